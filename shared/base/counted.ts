const digits = new Intl.NumberFormat('en');

/** `1 row`, `1,250 rows`, `2 people`: a count with its noun. */
export function counted(count: number, noun: string, many = `${noun}s`): string {
	return `${digits.format(count)} ${count === 1 ? noun : many}`;
}
