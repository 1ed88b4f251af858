import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { RisingOrders } from './RisingOrders.ts';
import { SortMemory } from './SortMemory.ts';
import { WholeKeys } from './WholeKeys.ts';

/**
 * Learns from the chunks of an event table, as they pass by on their way to the file, what clustering needs of its key columns, so
 * that they need not be read again. `headers` are the columns of the table.
 */
export class EventWatch {
	readonly memory = new SortMemory();
	readonly keys = new WholeKeys(this.memory);
	readonly orders = new RisingOrders();
	readonly #keyColumn: number;
	readonly #orderColumn: number;

	constructor({ fields }: TableMapping, headers: readonly string[]) {
		this.#keyColumn = headers.indexOf(fields['customer_id'] ?? '');
		this.#orderColumn = headers.indexOf(fields['order_id'] ?? '');
	}

	/** Chunks of a column come in order. */
	see(chunk: EncodedChunk): void {
		if (chunk.column === this.#keyColumn) {
			this.keys.add(chunk);
		}
		if (chunk.column === this.#orderColumn) {
			this.orders.add(chunk);
		}
	}
}
