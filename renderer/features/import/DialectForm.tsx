import type { ImportPreview, MisfitPolicy } from '#shared/model/importPlan.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { delimiterOptions } from './delimiterOptions.ts';
import { DialectFindings } from './DialectFindings.tsx';
import type { FileImport } from './FileImport.ts';
import './Dialect.css';
import { LineCountField } from './LineCountField.tsx';

const policies: readonly { readonly value: MisfitPolicy; readonly label: string }[] = [
	{ value: 'automatic', label: 'Quarantine up to 1 %, then read as text' },
	{ value: 'widen', label: 'Read the column as text' },
	{ value: 'quarantine', label: 'Always quarantine the row' },
];

interface DialectFormProps {
	readonly file: FileImport;
	readonly preview: ImportPreview;
}

/** How the lines of a text file make rows and columns: told from the file, and each part to be corrected. */
export function DialectForm({ file, preview }: DialectFormProps) {
	const { dialect, source, misfits = 'automatic' } = preview.plan;
	const { delimiter, hasHeader, skipRows = 0, skipLastRows = 0, hasTrailingDelimiter = false } = dialect;
	const isText = source.format === 'delimited';
	return (
		<section className="import-dialect" aria-label="How the file is read">
			<div className="import-row">
				{isText && (
					<>
						<Select
							label="Separated by"
							value={delimiter}
							options={delimiterOptions(delimiter)}
							onChange={(value) => file.setDialect({ delimiter: value })}
						/>
						<LineCountField
							key={`first ${skipRows}`}
							label="Lines before the table"
							lines={skipRows}
							max={10_000}
							onChange={(lines) => file.setDialect({ skipRows: lines })}
						/>
						<LineCountField
							key={`last ${skipLastRows}`}
							label="Lines after it"
							lines={skipLastRows}
							max={1000}
							onChange={(lines) => file.setDialect({ skipLastRows: lines })}
						/>
					</>
				)}
				<Select
					label="Values that do not fit"
					value={misfits}
					options={policies}
					onChange={(policy) => file.setMisfits(policy)}
				/>
				{(isText || source.format === 'fixed-width') && (
					<div className="import-check">
						<Checkbox
							label="The first row holds the headers"
							isChecked={hasHeader}
							onChange={(wanted) => file.setDialect({ hasHeader: wanted })}
						/>
					</div>
				)}
				{isText && (
					<div className="import-check">
						<Checkbox
							label="Rows end with a delimiter"
							isChecked={hasTrailingDelimiter}
							onChange={(wanted) => file.setDialect({ hasTrailingDelimiter: wanted })}
						/>
					</div>
				)}
			</div>
			{isText && <DialectFindings preview={preview} />}
		</section>
	);
}
