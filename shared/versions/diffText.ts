/** A run of text that both have, or that only one has. */
export interface TextPiece {
	readonly kind: 'same' | 'removed' | 'added';
	readonly text: string;
}

/** Words beyond which two texts are shown as wholes: the table of the comparison grows with their product. */
const MOST_WORDS = 1500;

/**
 * What turns one text into the other, word by word: a longest common subsequence of words, signs and spaces (dynamic programming,
 * O(words x words)). Removed text comes before the added text that takes its place.
 */
export function diffText(before: string, after: string): TextPiece[] {
	const [a, b] = [wordsOf(before), wordsOf(after)];
	if (before === after || a.length > MOST_WORDS || b.length > MOST_WORDS) {
		return merged(
			before === after
				? [{ kind: 'same', text: before }]
				: [
						{ kind: 'removed', text: before },
						{ kind: 'added', text: after },
					],
		);
	}
	const width = b.length + 1;
	const lengths = new Uint16Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			lengths[i * width + j] =
				a[i] === b[j]
					? lengths[(i + 1) * width + j + 1]! + 1
					: Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
		}
	}
	const pieces: TextPiece[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			pieces.push({ kind: 'same', text: a[i]! });
			i++;
			j++;
		} else if (j >= b.length || (i < a.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) {
			pieces.push({ kind: 'removed', text: a[i]! });
			i++;
		} else {
			pieces.push({ kind: 'added', text: b[j]! });
			j++;
		}
	}
	return merged(pieces);
}

/** Texts in quotes, names and numbers, operators, and what is between. */
function wordsOf(text: string): string[] {
	return text.match(/'(?:[^']|'')*'|`[^`]*`|[\p{L}\p{N}_.]+|[<>!]=|\s+|[^]/gu) ?? [];
}

/** Neighbours of one kind become one piece. */
function merged(pieces: readonly TextPiece[]): TextPiece[] {
	const result: TextPiece[] = [];
	for (const piece of pieces.filter(({ text }) => text !== '')) {
		const last = result.at(-1);
		if (last?.kind === piece.kind) {
			result[result.length - 1] = { kind: last.kind, text: last.text + piece.text };
		} else {
			result.push(piece);
		}
	}
	return result;
}
