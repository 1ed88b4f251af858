import type { SqlColumn } from '#shared/model/sqlConsole.ts';
import { Float64, Table, tableToIPC, Utf8, vectorFromArray, type Vector } from 'apache-arrow';
import type { SqlCell } from '../sql/sqlMessages.ts';

/**
 * Rows of a query as an Arrow IPC stream for the grid, columns c0, c1, …: doubles where every cell is a number, else text. The
 * columns come back with the type that they have as they are shown.
 */
export function resultArrow(
	columns: readonly SqlColumn[],
	rows: readonly (readonly SqlCell[])[],
): { columns: SqlColumn[]; rows: Uint8Array } {
	const vectors: Record<string, Vector> = {};
	const shown = columns.map(({ name, type }, index): SqlColumn => {
		const cells = rows.map((row) => row[index] ?? null);
		const hasText = cells.some((cell) => typeof cell === 'string');
		const hasNumber = cells.some((cell) => typeof cell === 'number');
		if (hasNumber && !hasText) {
			vectors[`c${index}`] = vectorFromArray(cells, new Float64());
			const isWhole = cells.every((cell) => cell === null || Number.isInteger(cell));
			return { name, type: isWhole && type !== 'decimal' ? 'integer' : 'decimal' };
		}
		vectors[`c${index}`] = vectorFromArray(
			cells.map((cell) => (cell === null ? null : String(cell))),
			new Utf8(),
		);
		return { name, type: type === 'date' || type === 'timestamp' ? type : 'text' };
	});
	return { columns: shown, rows: tableToIPC(new Table(vectors), 'stream').slice() };
}
