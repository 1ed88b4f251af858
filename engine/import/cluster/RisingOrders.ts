import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { storedValues, type NumberArray } from '../../columns/storedValues.ts';

/** Whether numeric order ids rise from row to row, so that each row is an order of its own. False says nothing. */
export class RisingOrders {
	isRising = true;
	#previous = -Infinity;

	/** Chunks come in order. */
	add(chunk: EncodedChunk): void {
		const { nulls, min, max } = chunk;
		this.isRising &&=
			nulls === 0 && min !== null && max !== null && min > this.#previous && areRising(storedValues(chunk));
		this.#previous = max ?? Infinity;
	}
}

function areRising(values: NumberArray): boolean {
	for (let row = 1; row < values.length; row++) {
		if (values[row]! <= values[row - 1]!) {
			return false;
		}
	}
	return true;
}
