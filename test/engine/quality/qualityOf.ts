import { silentJob } from '../../../engine/job.ts';
import { profileTable } from '../../../engine/quality/profileTable.ts';
import type { QualityInput } from '../../../engine/quality/QualityInput.ts';
import type { ImportOverrides } from '../../../shared/model/importPlan.ts';
import { roleFacts } from '../../../shared/model/tableRole.ts';
import { fileOf, importFile } from '../import/importFile.ts';

/** 2026-11-22. */
export const TODAY = Date.parse('2026-11-22') / 864e5;

/** A CSV text as the checks see it once it has been imported in chunks of a few rows. */
export async function qualityInput(csv: string, overrides: ImportOverrides = {}): Promise<QualityInput> {
	const { preview, sink, table } = await importFile(fileOf(csv), overrides, { morselBytes: 4096, threads: 0 });
	const { mapping } = preview.plan;
	return {
		tableId: 1,
		name: 'data',
		role: mapping.role,
		rows: table.rowsLoaded,
		columns: table.columns.map(({ summary, storage }, position) => ({
			name: summary.name,
			type: summary.type,
			nulls: summary.nulls,
			part: roleFacts(mapping.role).fields.find(({ id }) => mapping.fields[id] === summary.name) ?? null,
			reader: sink,
			position,
			storage,
		})),
		today: TODAY,
	};
}

export async function qualityOf(csv: string, overrides: ImportOverrides = {}) {
	return profileTable(await qualityInput(csv, overrides), silentJob());
}
