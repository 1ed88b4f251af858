/** A field name as words in the name of a segment: `order_count` is `Order count`. */
export function plainName(field: string): string {
	const words = field.replaceAll(/[_.]+/g, ' ').trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
