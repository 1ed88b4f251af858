import type { ChartTable } from '#shared/charts/ChartTable.ts';
import { tableCsv } from '#shared/charts/tableCsv.ts';
import { copyText } from '../../charts/copyText.ts';
import { DataTable } from '../../charts/DataTable.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useServices } from '../../workbench/useServices.ts';

interface MovementTableProps {
	readonly title: string;
	readonly note: string;
	readonly table: ChartTable;
}

/** Figures per segment, with their heading and a way to take them elsewhere. */
export function MovementTable({ title, note, table }: MovementTableProps) {
	const { notifications } = useServices();
	return (
		<section aria-label={title}>
			<div className="migration-heading">
				<h2>{title}</h2>
				<IconButton
					icon="copy"
					label={`Copy “${title}” as CSV`}
					onClick={() => void copyText(notifications, `The table “${title}”`, tableCsv(table))}
				/>
			</div>
			<DataTable label={title} table={table} />
			<p className="migration-note">{note}</p>
		</section>
	);
}
