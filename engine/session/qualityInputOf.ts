import { roleFacts } from '#shared/model/tableRole.ts';
import type { ChunkReader } from '../columns/ChunkReader.ts';
import type { QualityInput } from '../quality/QualityInput.ts';
import type { StoredTable } from '../store/StoredTable.ts';

const MS_PER_DAY = 86_400_000;

/** A stored table as the checks of data quality see it. `nowMs` says which days lie in the future. */
export function qualityInputOf(table: StoredTable, reader: ChunkReader, nowMs: number): QualityInput {
	const { fields } = roleFacts(table.mapping.role);
	return {
		tableId: table.id,
		name: table.name,
		role: table.mapping.role,
		rows: table.rowsLoaded,
		columns: table.columns.map(({ summary, storage }, position) => ({
			name: summary.name,
			type: summary.type,
			nulls: summary.nulls,
			part: fields.find(({ id }) => table.mapping.fields[id] === summary.name) ?? null,
			reader,
			position,
			storage,
		})),
		today: Math.floor(nowMs / MS_PER_DAY),
	};
}
