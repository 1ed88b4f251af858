import { counted } from '#shared/base/counted.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { fileName } from '../../workbench/overlays/filePath.ts';
import { useServices } from '../../workbench/useServices.ts';
import type { FileImport, ImportStage } from './FileImport.ts';
import type { ImportStore } from './ImportStore.ts';

interface ImportResultProps {
	readonly stage: Extract<ImportStage, { kind: 'done' }>;
	readonly file: FileImport;
	readonly imports: ImportStore;
}

/** What came of an import: every row that was read is either loaded or in quarantine. */
export function ImportResult({ stage, file, imports }: ImportResultProps) {
	const { run, registry } = useServices();
	const { files } = useStore(imports.state);
	const { table, durationMs } = stage;
	const next = files.find((entry) => !entry.isDone());
	return (
		<div id="import-file" className="import-result" role="tabpanel" aria-label={fileName(file.path)}>
			<h2>
				<Icon name="pass" className="tone-success" /> {table.name} is imported
			</h2>
			<p className="import-sum number" role="status">
				<strong>{counted(table.rowsRead, 'row')} read</strong> = {format.count(table.rowsLoaded)} loaded +{' '}
				{format.count(table.rowsQuarantined)} quarantined
			</p>
			<p className="import-result-note">
				It took {format.duration(durationMs)}.
				{table.rowsUnmatched > 0 &&
					` ${counted(table.rowsUnmatched, 'row')} of customers that are not in the customer base: kept, and left out of every segment.`}
			</p>
			<div className="import-actions">
				{next && (
					<Button kind="primary" onClick={() => imports.select(next.id)}>
						Next file
					</Button>
				)}
				{!next && registry.commands.has('segments.openEditor') && (
					<Button kind="primary" icon="list-ordered" onClick={() => void run('segments.openEditor')}>
						Define segments
					</Button>
				)}
				<Button onClick={() => void run('tables.open', table.id)}>Show the table</Button>
				{table.rowsQuarantined > 0 && (
					<Button icon="warning" onClick={() => void run('tables.openQuarantine', table.id)}>
						{`Show ${counted(table.rowsQuarantined, 'quarantined row')}`}
					</Button>
				)}
				<Button onClick={() => imports.remove(file.id)}>Take off the list</Button>
			</div>
		</div>
	);
}
