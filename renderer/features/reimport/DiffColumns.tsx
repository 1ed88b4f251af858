import type { ColumnDiff } from '#shared/model/tableDiff.ts';
import type { Cell } from '#shared/model/columnType.ts';
import { format } from '../../ui/format.ts';
import { typeLabels } from '../../ui/typeLabels.ts';

interface DiffColumnsProps {
	readonly columns: readonly ColumnDiff[];
	readonly keys: readonly string[];
}

/** Column by column: what was added, removed or read as another type, and how many rows differ, with examples. */
export function DiffColumns({ columns, keys }: DiffColumnsProps) {
	return (
		<table className="reimport-columns">
			<thead>
				<tr>
					<th scope="col">Column</th>
					<th scope="col">Type</th>
					<th scope="col" className="reimport-count">
						Rows that differ
					</th>
					<th scope="col">Examples</th>
				</tr>
			</thead>
			<tbody>
				{columns.map((column) => (
					<tr key={column.name}>
						<th scope="row">{column.name}</th>
						<td>{typeText(column)}</td>
						<td className="reimport-count number">
							{keys.includes(column.name) ? 'key' : column.changed === null ? '' : format.count(column.changed)}
						</td>
						<td className="reimport-examples">
							{column.examples.slice(0, 3).map(({ key, before, after }) => (
								<div key={key}>
									{key}: {shown(before)} → {shown(after)}
								</div>
							))}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function typeText({ before, after }: ColumnDiff): string {
	if (before === null) {
		return `${after === null ? '' : typeLabels[after]} (new)`;
	}
	if (after === null) {
		return `${typeLabels[before]} (not in the export)`;
	}
	return before === after ? typeLabels[before] : `${typeLabels[before]}, in the export ${typeLabels[after]}`;
}

function shown(value: Cell): string {
	return value === null ? 'no value' : String(value);
}
