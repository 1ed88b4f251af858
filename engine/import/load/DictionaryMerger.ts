import type { LabelBytes } from '../../columns/dictionary.ts';
import { encodeLabels } from '../../columns/dictionary.ts';
import { BUFFER_PADDING } from '../scan/FieldBlock.ts';
import { LabelTable } from '../scan/LabelTable.ts';

/** Labels of one column over the whole file, numbered in order of first appearance. */
export class DictionaryMerger {
	readonly #table = new LabelTable();

	get count(): number {
		return this.#table.count;
	}

	/** The file's code of each label of a morsel. */
	merge(labels: LabelBytes): Int32Array {
		const padded = new Uint8Array(labels.offsets[labels.count]! + 2 * BUFFER_PADDING);
		padded.set(labels.bytes.subarray(0, labels.offsets[labels.count]), BUFFER_PADDING);
		const view = new DataView(padded.buffer);
		const codes = new Int32Array(labels.count);
		for (let code = 0; code < labels.count; code++) {
			const start = labels.offsets[code]! + BUFFER_PADDING;
			codes[code] = this.#table.code(padded, view, start, labels.offsets[code + 1]! + BUFFER_PADDING);
		}
		return codes;
	}

	labels(): LabelBytes {
		return this.#table.labels();
	}

	encode(): Uint8Array {
		return encodeLabels(this.#table.labels());
	}
}
