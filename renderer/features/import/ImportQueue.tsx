import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { fileName } from '../../workbench/overlays/filePath.ts';
import { format } from '../../ui/format.ts';
import type { FileImport } from './FileImport.ts';
import { describeSpeed } from './importSpeed.ts';
import type { ImportStore } from './ImportStore.ts';

/** The imports under way, each to be cancelled. Shown once one has to wait. */
export function ImportQueue({ imports }: { readonly imports: ImportStore }) {
	const queued = useStore(imports.underWay);
	return queued.length > 1 ? (
		<ul className="import-queue" aria-label="Imports under way">
			{queued.map((file) => (
				<QueueEntry key={file.id} file={file} />
			))}
		</ul>
	) : null;
}

function QueueEntry({ file }: { readonly file: FileImport }) {
	const stage = useStore(file.stage);
	const { value } = useStore(file.preview.state);
	if (stage.kind !== 'queued' && stage.kind !== 'importing') {
		return null;
	}
	const name = value?.plan.tableName ?? fileName(file.path);
	return (
		<li className="import-queue-entry">
			<span className="import-queue-name" title={file.path}>
				{name}
			</span>
			<span className="import-queue-state number">
				{stage.kind === 'queued' ? `waits, ${format.bytes(value?.sizeBytes ?? 0)}` : describeSpeed(stage.speed)}
			</span>
			<Button onClick={() => file.cancel()} aria-label={`Cancel the import of ${name}`}>
				Cancel
			</Button>
		</li>
	);
}
