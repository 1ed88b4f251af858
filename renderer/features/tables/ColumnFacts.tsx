import type { ColumnSummary } from '#shared/model/table.ts';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { typeIcons, typeLabels } from '../../ui/typeLabels.ts';

interface ColumnFactsProps {
	readonly columns: readonly ColumnSummary[];
	readonly rows: number;
}

/** Each column's type, gaps and range. */
export function ColumnFacts({ columns, rows }: ColumnFactsProps) {
	return (
		<table className="facts">
			<thead>
				<tr>
					<th scope="col">Column</th>
					<th scope="col">Type</th>
					<th scope="col" className="facts-number">
						No value
					</th>
					<th scope="col" className="facts-number">
						Distinct values
					</th>
					<th scope="col">Smallest</th>
					<th scope="col">Largest</th>
				</tr>
			</thead>
			<tbody>
				{columns.map((column) => (
					<tr key={column.name}>
						<th scope="row">{column.name}</th>
						<td>
							<Icon name={typeIcons[column.type]} /> {typeLabels[column.type]}
						</td>
						<td className="facts-number number">
							{format.count(column.nulls)}
							{column.nulls > 0 && rows > 0 && ` (${format.share(column.nulls / rows)})`}
						</td>
						<td className="facts-number number">{column.distinct === null ? '' : format.count(column.distinct)}</td>
						<td className="number">{column.min ?? ''}</td>
						<td className="number">{column.max ?? ''}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
