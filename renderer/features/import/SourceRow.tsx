import type { ImportPreview } from '#shared/model/importPlan.ts';
import { Select } from '../../ui/Select.tsx';
import { format } from '../../ui/format.ts';
import { AppendedFiles } from './AppendedFiles.tsx';
import { ColumnStarts } from './ColumnStarts.tsx';
import type { FileImport } from './FileImport.ts';
import type { ImportStore } from './ImportStore.ts';
import { encodingOptions, formatOptions, isText, quoteOptions } from './sourceOptions.ts';
import { TableNameField } from './TableNameField.tsx';

interface SourceRowProps {
	readonly file: FileImport;
	readonly imports: ImportStore;
	readonly preview: ImportPreview;
}

/** The table's name, and what the file was recognised as, to be corrected: format, file in the archive, sheet, encoding, quotes, column starts. */
export function SourceRow({ file, imports, preview }: SourceRowProps) {
	const { plan, choices, sizeBytes } = preview;
	const { source, dialect } = plan;
	const { entries, parts } = choices;
	const packed = source.container === 'none' ? '' : ` in ${source.container}`;
	return (
		<section className="import-source" aria-label="What the file is">
			<div className="import-row">
				<TableNameField key={plan.tableName} name={plan.tableName} onCommit={(name) => file.setTableName(name)} />
				<Select
					label="Format"
					value={source.format}
					options={formatOptions(source.format)}
					disabled={!isText(source.format)}
					onChange={(next) => file.setSource({ format: next, columnStarts: null })}
				/>
				{entries.length > 1 && (
					<Select
						label="File in the archive"
						value={source.entry ?? ''}
						options={entries.map((entry) => ({ value: entry.name, label: labelOfEntry(entry) }))}
						onChange={(entry) => file.setSource({ entry, format: undefined, part: null })}
					/>
				)}
				{parts.length > 1 && (
					<Select
						label={source.format === 'xlsx' ? 'Sheet' : 'Table'}
						value={source.part ?? ''}
						options={parts.map((part) => ({ value: part.name, label: labelOfPart(part) }))}
						onChange={(part) => file.setSource({ part })}
					/>
				)}
				{isText(source.format) && (
					<Select
						label="Encoding"
						value={source.encoding ?? dialect.encoding}
						options={encodingOptions}
						onChange={(encoding) => file.setEncoding(encoding)}
					/>
				)}
				{source.format === 'delimited' && (
					<Select
						label="Quotes"
						value={source.apostrophes ? 'single' : 'double'}
						options={quoteOptions}
						onChange={(quotes) => file.setSource({ apostrophes: quotes === 'single' ? dialect.delimiter : null })}
					/>
				)}
				<span className="import-size number" title={plan.path}>
					{format.bytes(sizeBytes)}
					{packed}
				</span>
			</div>
			{source.format === 'fixed-width' && source.columnStarts && (
				<ColumnStarts
					lines={choices.lines}
					starts={source.columnStarts}
					onChange={(columnStarts) => file.setSource({ columnStarts })}
				/>
			)}
			<AppendedFiles file={file} imports={imports} preview={preview} />
		</section>
	);
}

function labelOfEntry({ name, sizeBytes }: ImportPreview['choices']['entries'][number]): string {
	return sizeBytes === null ? name : `${name} (${format.bytes(sizeBytes)})`;
}

function labelOfPart({ name, state }: ImportPreview['choices']['parts'][number]): string {
	return state === 'visible' ? name : `${name} (${state})`;
}
