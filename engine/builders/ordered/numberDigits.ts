/** A finite number as digits that the rule language reads back as the same double: never with an exponent. */
export function numberDigits(value: number): string {
	const text = String(value + 0);
	const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
	if (!match) {
		return text;
	}
	const [, sign = '', first = '', rest = '', exponent = '0'] = match;
	const digits = first + rest;
	const point = 1 + Number(exponent);
	return point <= 0
		? `${sign}0.${'0'.repeat(-point)}${digits}`
		: `${sign}${digits.padEnd(point, '0').slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
}
