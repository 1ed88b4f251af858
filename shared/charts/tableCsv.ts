import type { ChartTable } from './ChartTable.ts';

/**
 * The table as CSV (RFC 4180: comma, CRLF, quotes where needed). Text that a spreadsheet would run as a formula gets an
 * apostrophe in front (OWASP, ASVS 1.2.10); numbers are left as they are.
 */
export function tableCsv({ columns, rows }: ChartTable): string {
	const lines = [
		columns.map(({ label }) => textField(label)),
		...rows.map((row) => row.map(({ raw }) => (typeof raw === 'string' ? textField(raw) : String(raw ?? '')))),
	];
	return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function textField(text: string): string {
	const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
