import { useDelayed } from '../../engine/useDelayed.ts';
import { useStore } from '../../engine/useStore.ts';
import { Busy } from '../../ui/Busy.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { fileName } from '../../workbench/overlays/filePath.ts';
import type { FileImport } from './FileImport.ts';
import { ImportForm } from './ImportForm.tsx';
import { ImportFooter } from './ImportFooter.tsx';
import { ImportResult } from './ImportResult.tsx';
import type { ImportStore } from './ImportStore.ts';
import { PreviewTable } from './PreviewTable.tsx';

interface FileImportViewProps {
	readonly file: FileImport;
	readonly imports: ImportStore;
}

/** One file: what was found in it, to be corrected and imported; afterwards what came of it. */
export function FileImportView({ file, imports }: FileImportViewProps) {
	const { value: preview, isRunning, error } = useStore(file.preview.state);
	const stage = useStore(file.stage);
	const isSlow = useDelayed(isRunning);
	const remove = (
		<Button icon="trash" onClick={() => imports.remove(file.id)}>
			Take off the list
		</Button>
	);
	if (stage.kind === 'done') {
		return <ImportResult stage={stage} file={file} imports={imports} />;
	}
	return (
		<div id="import-file" className="import-file" role="tabpanel" aria-label={fileName(file.path)}>
			{error && (
				<>
					<ErrorState error={error} onRetry={() => file.look()} />
					<div className="import-remove">{remove}</div>
				</>
			)}
			{!preview && isSlow && <Busy label="Looking into the file" onCancel={() => imports.remove(file.id)} />}
			{preview && !error && (
				<>
					<div
						className="import-scroll"
						aria-busy={isSlow}
						inert={stage.kind === 'importing' || stage.kind === 'queued'}
					>
						<ImportForm file={file} imports={imports} preview={preview} />
						<PreviewTable file={file} preview={preview} />
					</div>
					<ImportFooter file={file} imports={imports} preview={preview} remove={remove} />
				</>
			)}
		</div>
	);
}
