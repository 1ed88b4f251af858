import fc from 'fast-check';

const piece = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', 'ä', '𝒳', '^', '$', '[𝒳-𝒵x-z]', '\\.', 'K');
/** Patterns that JavaScript's own engine reads the same way (with the u flag). */
export const arbitraryPattern: fc.Arbitrary<string> = fc.letrec<{ whole: string; part: string }>((tie) => ({
	part: fc.oneof(
		{ maxDepth: 3 },
		piece,
		fc
			.tuple(
				tie('whole'),
				fc.constantFrom('', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?'),
				fc.constantFrom('(', '(?:'),
			)
			.map(([inner, repeat, open]) => `${open}${inner})${repeat}`),
	),
	whole: fc.oneof(
		{ maxDepth: 3 },
		fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
		fc.tuple(tie('part'), tie('whole')).map((options) => options.join('|')),
	),
})).whole;
export const arbitraryPatternText = fc
	.array(fc.constantFrom('a', 'b', 'A', 'k', 'ä', 'Ä', '𝒳', '1', '.', '\n', 'x'), { maxLength: 10 })
	.map((letters) => letters.join(''));
