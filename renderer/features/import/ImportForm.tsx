import type { ImportPreview } from '#shared/model/importPlan.ts';
import { format } from '../../ui/format.ts';
import { Select } from '../../ui/Select.tsx';
import { DialectForm } from './DialectForm.tsx';
import type { FileImport } from './FileImport.ts';
import { MappingPart } from './MappingPart.tsx';
import { PreviewProblems } from './PreviewProblems.tsx';
import { TableNameField } from './TableNameField.tsx';

const encodings = [
	{ value: 'utf-8', label: 'UTF-8' },
	{ value: 'windows-1252', label: 'Windows-1252 (Western European)' },
] as const;

interface ImportFormProps {
	readonly file: FileImport;
	readonly preview: ImportPreview;
}

/** How the file is read, what its rows are, and which column plays which part. */
export function ImportForm({ file, preview }: ImportFormProps) {
	const { plan } = preview;
	return (
		<div className="import-form">
			<div className="import-row">
				<TableNameField key={plan.tableName} name={plan.tableName} onCommit={(name) => file.setTableName(name)} />
				<Select
					label="Encoding"
					value={plan.dialect.encoding}
					options={encodings}
					onChange={(encoding) => file.setDialect({ encoding })}
				/>
				<span className="import-size number" title={plan.path}>
					{format.bytes(preview.sizeBytes)}
				</span>
			</div>
			<DialectForm file={file} preview={preview} />
			<MappingPart file={file} preview={preview} />
			<PreviewProblems problems={preview.problems} />
		</div>
	);
}
