import type { FoldedTexts } from './FoldedTexts.ts';
import { radixOrder } from './radixOrder.ts';

/** Runs of as many rows are compared text by text. */
const FEW_ROWS = 64;
const WORD_BYTES = 4;

/**
 * Sorts `order`, numbers of texts, by their texts; the same texts stay in their order. Four bytes at a time are sorted as a number,
 * then the runs with the same four bytes by the next four.
 */
export async function orderTexts(
	order: Uint32Array,
	texts: FoldedTexts,
	tick: (rows: number) => Promise<void> | null,
): Promise<void> {
	const keys = new Uint32Array(texts.count);
	const waiting: (readonly [from: number, to: number, place: number])[] = [[0, order.length, 0]];
	for (let run = waiting.pop(); run; run = waiting.pop()) {
		const [from, to, place] = run;
		if (to - from <= FEW_ROWS) {
			const rows = Array.from(order.subarray(from, to));
			order.set(
				rows.sort((a, b) => texts.compare(a, b, place)),
				from,
			);
			await tick(to - from);
			continue;
		}
		for (let at = from; at < to; at++) {
			keys[order[at]!] = texts.word(order[at]!, place);
		}
		await radixOrder(order, from, to, keys, 32, tick);
		for (let at = from; at < to;) {
			const word = keys[order[at]!]!;
			let end = at + 1;
			while (end < to && keys[order[end]!] === word) {
				end++;
			}
			// No text has a byte 0: a word that ends in one is the end of its texts.
			if (end - at > 1 && (word & 0xff) !== 0) {
				waiting.push([at, end, place + WORD_BYTES]);
			}
			at = end;
		}
	}
}
