import type { BlockReader, FillNumbers } from '../block/BlockReader.ts';
import { BlockScope } from '../block/BlockScope.ts';
import type { ProofField, StoredValue } from './ProofField.ts';

interface Slot {
	readonly field: ProofField;
	value: StoredValue;
}

/** One imagined customer whose values can be set, read by the same programs that read the rows of a frame. */
export class Slots {
	readonly scope: BlockScope;
	private readonly slots = new Map<string, Slot>();

	constructor(asOfDay: number) {
		this.scope = new BlockScope(asOfDay, (name) => this.readerOf(name), 1);
	}

	declare(field: ProofField): void {
		this.slots.set(field.name, { field, value: null });
	}

	set(name: string, value: StoredValue): void {
		this.slotOf(name).value = value;
	}

	get(name: string): StoredValue {
		return this.slotOf(name).value;
	}

	private readerOf(name: string): BlockReader {
		const slot = this.slotOf(name);
		const fill: FillNumbers = (_from, _count, into) => {
			into[0] = typeof slot.value === 'number' ? slot.value : Number.NaN;
		};
		switch (slot.field.type) {
			case 'number':
				return { kind: 'number', scale: slot.field.scale ?? 0, isExact: slot.field.scale !== null, fill };
			case 'date':
			case 'timestamp':
				return { kind: 'instant', fill };
			case 'boolean':
				return {
					kind: 'boolean',
					fill: (_from, _count, into) => {
						into[0] = slot.value === null ? 2 : slot.value === true ? 1 : 0;
					},
				};
			case 'text':
				return {
					kind: 'text',
					fill: (_from, _count, into) => {
						into[0] = typeof slot.value === 'string' ? slot.value : null;
					},
				};
		}
	}

	private slotOf(name: string): Slot {
		const slot = this.slots.get(name);
		if (!slot) {
			throw new Error(`The proof does not know the field ${name}`);
		}
		return slot;
	}
}
