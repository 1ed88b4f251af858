/** What every reader of the workbook must agree on: its rows without the header, and the sum of the fourth column. */
export function readRevenue(rows: readonly (readonly unknown[])[]): string {
	const values = rows.slice(1);
	return `${values.length} rows, ${values.reduce((sum, row) => sum + Number(row[3]), 0).toFixed(2)}`;
}
