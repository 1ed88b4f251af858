import type { TableSummary } from '#shared/model/table.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import type { ProjectData } from './ProjectData.ts';

export function tableSummaryOf(table: StoredTable, data: Pick<ProjectData, 'unmatched'>): TableSummary {
	const { id, name, mapping, file, origin, importedAt, rowsRead, rowsLoaded, rowsQuarantined, columns } = table;
	return {
		id,
		name,
		role: mapping.role,
		file,
		source: origin?.source ?? null,
		importedAt,
		rowsRead,
		rowsLoaded,
		rowsQuarantined,
		rowsUnmatched: data.unmatched.get(id)?.rows ?? 0,
		columns: columns.map(({ summary }) => summary),
		mapping,
	};
}
