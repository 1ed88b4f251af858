import type { ChartTable } from '#shared/charts/ChartTable.ts';

export interface DataTableProps {
	readonly label: string;
	readonly table: ChartTable;
}

/** The numbers of a chart. Scrolls sideways on narrow screens, and can be reached and scrolled by keyboard. */
export function DataTable({ label, table }: DataTableProps) {
	return (
		<div className="data-table-place" role="region" aria-label={`Table of the ${label}`} tabIndex={0}>
			<table className="data-table">
				<thead>
					<tr>
						{table.columns.map((column) => (
							<th key={column.label} scope="col" className={column.isNumeric ? 'data-table-number' : ''}>
								{column.label}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{table.rows.map((row, index) => (
						<tr key={index}>
							{row.map((cell, column) =>
								column === 0 ? (
									<th key={column} scope="row">
										{cell.text}
									</th>
								) : (
									<td key={column} className={table.columns[column]?.isNumeric ? 'data-table-number number' : ''}>
										{cell.text}
									</td>
								),
							)}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
