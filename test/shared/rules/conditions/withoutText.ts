/** A tree without how it was written, for comparisons. */
export function withoutText(tree: unknown): unknown {
	return JSON.parse(
		JSON.stringify(tree, (key, value: unknown) => (['gaps', 'written'].includes(key) ? undefined : value)),
	);
}
