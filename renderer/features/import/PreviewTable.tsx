import { memo, useState } from 'react';
import { counted } from '#shared/base/counted.ts';
import type { Cell, ColumnType } from '#shared/model/columnType.ts';
import type { ImportPreview } from '#shared/model/importPlan.ts';
import { NULL_TOKENS, VALUE_NULLS } from '#shared/model/nullWords.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { typeLabels } from '../../ui/typeLabels.ts';
import type { FileImport } from './FileImport.ts';
import { PreviewHeader } from './PreviewHeader.tsx';
import { useColumnWindow } from './useColumnWindow.ts';

/** More would make every correction of a wide file wait for the drawing of its rows. */
const MOST_CELLS = 6000;
const FEWEST_ROWS = 12;

interface PreviewTableProps {
	readonly file: FileImport;
	readonly preview: ImportPreview;
}

/** The first rows as they would load, with the type of each column to be corrected in its header. */
export function PreviewTable({ file, preview }: PreviewTableProps) {
	const [isRaw, setIsRaw] = useState(false);
	const { plan, rawRows, columnFindings } = preview;
	const rows = preview.rows.slice(0, Math.max(FEWEST_ROWS, Math.floor(MOST_CELLS / plan.columns.length)));
	const { isWide, from, to, beforePx, afterPx, onScroll } = useColumnWindow(plan.columns.length);
	const drawn = plan.columns.slice(from, to).map((column, step) => ({ column, position: from + step }));
	const columnIndex = (position: number) => (isWide ? position + 1 : undefined);
	const partOf = (name: string) =>
		roleFacts(plan.mapping.role).fields.find((field) => plan.mapping.fields[field.id] === name)?.label ?? null;
	return (
		<section className="import-preview" aria-label="First rows">
			<header>
				<h3>First {counted(rows.length, 'row')}</h3>
				<Checkbox label="As they stand in the file" isChecked={isRaw} onChange={setIsRaw} />
			</header>
			<div className="import-table-scroll" onScroll={onScroll} role="region" aria-label="Rows of the file" tabIndex={0}>
				<table
					className={`import-table ${isWide ? 'import-table-wide' : ''}`}
					aria-colcount={isWide ? plan.columns.length : undefined}
				>
					<thead>
						<tr>
							<Gap widthPx={beforePx} />
							{drawn.map(({ column, position }) => (
								<PreviewHeader
									key={column.name}
									file={file}
									column={column}
									columnIndex={columnIndex(position)}
									finding={columnFindings[position]}
									part={partOf(column.name)}
									mapping={plan.mapping}
								/>
							))}
							<Gap widthPx={afterPx} />
						</tr>
					</thead>
					<tbody>
						{(isRaw ? rawRows.slice(0, rows.length) : rows).map((row, line) => (
							// The rows of a sample have no key of their own and never move.
							// oxlint-disable-next-line react/no-array-index-key
							<tr key={line}>
								<Gap widthPx={beforePx} />
								{drawn.map(({ column: { name, type }, position }) => (
									<PreviewCell
										key={name}
										columnIndex={columnIndex(position)}
										value={row[position] ?? null}
										raw={rawRows[line]?.[position] ?? ''}
										type={isRaw ? 'text' : type}
									/>
								))}
								<Gap widthPx={afterPx} />
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

/** In the place of columns that are not on the screen. */
function Gap({ widthPx }: { readonly widthPx: number }) {
	return widthPx > 0 && <td className="import-gap" aria-hidden="true" style={{ width: widthPx }} />;
}

interface PreviewCellProps {
	/** From 1, where not every column is drawn. */
	readonly columnIndex: number | undefined;
	readonly value: Cell;
	/** As it stands in the file. */
	readonly raw: string;
	readonly type: ColumnType;
}

const PreviewCell = memo(function PreviewCell({ columnIndex, value, raw, type }: PreviewCellProps) {
	const isNumber = type === 'integer' || type === 'decimal';
	const noValue = type === 'text' ? NULL_TOKENS : VALUE_NULLS;
	const isUnreadable = value === null && !noValue.includes(raw.trim());
	if (isUnreadable) {
		return (
			<td
				className="import-unreadable"
				aria-colindex={columnIndex}
				title={`Cannot be read as ${typeLabels[type].toLowerCase()}`}
			>
				{raw}
				<span className="visually-hidden"> (cannot be read)</span>
			</td>
		);
	}
	return (
		<td className={isNumber ? 'import-number number' : ''} aria-colindex={columnIndex}>
			{value === null ? '' : String(value)}
		</td>
	);
});
