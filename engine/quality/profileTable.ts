import { counted } from '#shared/base/counted.ts';
import type { ColumnQuality, QualityFinding, TableQuality } from '#shared/model/tableQuality.ts';
import type { Job } from '../job.ts';
import { finding } from './findings/commonFindings.ts';
import { shareText } from './findings/shareText.ts';
import { findRepeats } from './findRepeats.ts';
import { profileColumn } from './profileColumn.ts';
import type { QualityInput } from './QualityInput.ts';

/** Raise it whenever a figure or a finding of the same table would change. */
export const QUALITY_VERSION = 1;

/** Figures and findings of every column of a table, and its repeated rows. Reads the table once, and again for repeated rows. */
export async function profileTable(table: QualityInput, job: Job): Promise<TableQuality> {
	const startMs = performance.now();
	const columns: ColumnQuality[] = [];
	const findings: QualityFinding[] = [];
	for (const column of table.columns) {
		const { quality, findings: found } = await profileColumn(column, table, job);
		columns.push(quality);
		findings.push(...found);
	}
	const hasUnique = columns.some(
		({ distinct, isDistinctExact, nulls }) => isDistinctExact && nulls === 0 && distinct === table.rows,
	);
	const repeatedRows = hasUnique ? 0 : (await findRepeats(table, job)).length;
	if (repeatedRows > 0) {
		findings.unshift({
			...finding(
				'warning',
				'quality.repeated-rows',
				null,
				repeatedRows,
				`Repeated rows in ${table.name}: ${counted(repeatedRows, 'row')} (${shareText(repeatedRows / table.rows)}) that equal an earlier row in every column.`,
			),
			filter: { kind: 'repeated' },
		});
	}
	const cells = table.rows * columns.length;
	const nulls = columns.reduce((sum, column) => sum + column.nulls, 0);
	return {
		version: QUALITY_VERSION,
		tableId: table.tableId,
		rows: table.rows,
		repeatedRows,
		completeness: cells === 0 ? null : 1 - nulls / cells,
		columns,
		findings,
		durationMs: performance.now() - startMs,
	};
}
