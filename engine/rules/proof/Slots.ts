import type { CellReader, RowScope, Truth } from '../row/CellReader.ts';
import type { ProofField, StoredValue } from './ProofField.ts';

interface Slot {
	readonly field: ProofField;
	value: StoredValue;
}

/** One imagined customer whose values can be set, read by the same programs that read the rows of a frame. */
export class Slots implements RowScope {
	readonly asOfDay: number;
	private readonly slots = new Map<string, Slot>();

	constructor(asOfDay: number) {
		this.asOfDay = asOfDay;
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

	readonly readerOf = (name: string): CellReader => {
		const slot = this.slotOf(name);
		const number = (): number => (typeof slot.value === 'number' ? slot.value : Number.NaN);
		switch (slot.field.type) {
			case 'number':
				return { kind: 'number', scale: slot.field.scale ?? 0, isExact: slot.field.scale !== null, at: number };
			case 'date':
			case 'timestamp':
				return { kind: 'instant', at: number };
			case 'boolean':
				return { kind: 'boolean', at: (): Truth => (slot.value === null ? 2 : slot.value === true ? 1 : 0) };
			case 'text':
				return { kind: 'text', at: () => (typeof slot.value === 'string' ? slot.value : null) };
		}
	};

	private slotOf(name: string): Slot {
		const slot = this.slots.get(name);
		if (!slot) {
			throw new Error(`The proof does not know the field ${name}`);
		}
		return slot;
	}
}
