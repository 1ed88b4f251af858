import { useState } from 'react';
import { counted } from '#shared/base/counted.ts';
import { columnType, type Cell, type ColumnType } from '#shared/model/columnType.ts';
import type { ImportPreview } from '#shared/model/importPlan.ts';
import { NULL_TOKENS, VALUE_NULLS } from '#shared/model/nullWords.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { typeLabels } from '../../ui/typeLabels.ts';
import { ColumnReadingForm } from './ColumnReadingForm.tsx';
import type { FileImport } from './FileImport.ts';
import { withAttribute } from '../../ui/mapping/withMapping.ts';

/** More would make every correction of a wide file wait for the drawing of its rows. */
const MOST_CELLS = 6000;
const FEWEST_ROWS = 12;

const typeOptions = columnType.options.map((value) => ({ value, label: typeLabels[value] }));

interface PreviewTableProps {
	readonly file: FileImport;
	readonly preview: ImportPreview;
}

/** The first rows as they would load, with the type of each column to be corrected in its header. */
export function PreviewTable({ file, preview }: PreviewTableProps) {
	const [isRaw, setIsRaw] = useState(false);
	const { plan, rawRows, columnFindings } = preview;
	const rows = preview.rows.slice(0, Math.max(FEWEST_ROWS, Math.floor(MOST_CELLS / plan.columns.length)));
	const partOf = (name: string) =>
		roleFacts(plan.mapping.role).fields.find((field) => plan.mapping.fields[field.id] === name)?.label ?? null;
	return (
		<section className="import-preview" aria-label="First rows">
			<header>
				<h3>First {counted(rows.length, 'row')}</h3>
				<Checkbox label="As they stand in the file" isChecked={isRaw} onChange={setIsRaw} />
			</header>
			<div className="import-table-scroll" role="region" aria-label="Rows of the file" tabIndex={0}>
				<table className="import-table">
					<thead>
						<tr>
							{plan.columns.map((column, position) => {
								const { name, type } = column;
								const finding = columnFindings[position];
								return (
									<th key={name} scope="col">
										<span className="import-column-name" title={name}>
											{name}
										</span>
										<Select
											label={`Type of ${name}`}
											isLabelHidden
											value={type}
											options={typeOptions}
											onChange={(next) => file.setType(name, next)}
										/>
										{finding && <ColumnReadingForm file={file} column={column} finding={finding} />}
										{partOf(name) ? (
											<span className="import-part">{partOf(name)}</span>
										) : (
											<Checkbox
												label="Attribute"
												isChecked={plan.mapping.attributes.includes(name)}
												onChange={(isAttribute) => file.setMapping(withAttribute(plan.mapping, name, isAttribute))}
											/>
										)}
									</th>
								);
							})}
						</tr>
					</thead>
					<tbody>
						{(isRaw ? rawRows.slice(0, rows.length) : rows).map((row, line) => (
							// The rows of a sample have no key of their own and never move.
							// oxlint-disable-next-line react/no-array-index-key
							<tr key={line}>
								{plan.columns.map(({ name, type }, position) => (
									<PreviewCell
										key={name}
										value={row[position] ?? null}
										raw={rawRows[line]?.[position] ?? ''}
										type={isRaw ? 'text' : type}
									/>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

interface PreviewCellProps {
	readonly value: Cell;
	/** As it stands in the file. */
	readonly raw: string;
	readonly type: ColumnType;
}

function PreviewCell({ value, raw, type }: PreviewCellProps) {
	const isNumber = type === 'integer' || type === 'decimal';
	const noValue = type === 'text' ? NULL_TOKENS : VALUE_NULLS;
	const isUnreadable = value === null && !noValue.includes(raw.trim());
	if (isUnreadable) {
		return (
			<td className="import-unreadable" title={`Cannot be read as ${typeLabels[type].toLowerCase()}`}>
				{raw}
				<span className="visually-hidden"> (cannot be read)</span>
			</td>
		);
	}
	return <td className={isNumber ? 'import-number number' : ''}>{value === null ? '' : String(value)}</td>;
}
