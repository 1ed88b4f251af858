import type { ImportPreview } from '#shared/model/importPlan.ts';
import { DialectForm } from './DialectForm.tsx';
import type { FileImport } from './FileImport.ts';
import type { ImportStore } from './ImportStore.ts';
import { MappingPart } from './MappingPart.tsx';
import { PreviewProblems } from './PreviewProblems.tsx';
import { SourceRow } from './SourceRow.tsx';

interface ImportFormProps {
	readonly file: FileImport;
	readonly imports: ImportStore;
	readonly preview: ImportPreview;
}

/** How the file is read, what its rows are, and which column plays which part. */
export function ImportForm({ file, imports, preview }: ImportFormProps) {
	return (
		<div className="import-form">
			<SourceRow file={file} imports={imports} preview={preview} />
			<DialectForm file={file} preview={preview} />
			<MappingPart file={file} preview={preview} />
			<PreviewProblems problems={preview.problems} />
		</div>
	);
}
