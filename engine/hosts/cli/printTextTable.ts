import type { SqlColumn } from '#shared/model/sqlConsole.ts';
import type { SqlCell } from '../../sql/sqlMessages.ts';

/** Longer cells end in an ellipsis. */
const MOST_WIDTH = 60;

/** Rows as a table for people on stdout: a line of headers, a rule, numbers to the right. */
export function printTextTable(
	columns: readonly Pick<SqlColumn, 'name'>[],
	rows: readonly (readonly SqlCell[])[],
): void {
	const texts = rows.map((row) => row.map(textOf));
	const headers = columns.map(({ name }) => shortened(name));
	const widths = headers.map((header, column) =>
		texts.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), header.length),
	);
	const isNumber = headers.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
	const line = (cells: readonly string[]) =>
		cells
			.map((cell, column) => (isNumber[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
			.join('  ')
			.trimEnd();
	console.log([line(headers), widths.map((width) => '-'.repeat(width)).join('  '), ...texts.map(line)].join('\n'));
}

function textOf(cell: SqlCell): string {
	return cell === null ? '' : shortened(String(cell));
}

function shortened(text: string): string {
	const oneLine = text.replaceAll(/\s*[\r\n]+\s*/g, ' ');
	return oneLine.length > MOST_WIDTH ? `${oneLine.slice(0, MOST_WIDTH - 1)}…` : oneLine;
}
