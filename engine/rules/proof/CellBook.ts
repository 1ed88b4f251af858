import { MS_PER_DAY } from '#shared/rules/calendar.ts';
import { ascending, breaksOf } from './breaksOf.ts';
import type { Cell } from './Cell.ts';
import { orderedDomain } from './OrderedDomain.ts';
import type { OrderedDomain } from './OrderedDomain.ts';
import { plainValue } from './plainValue.ts';
import type { StoredValue } from './ProofField.ts';
import type { Slots } from './Slots.ts';
import { textCells } from './text/textCells.ts';
import type { Atom, Variable } from './Variable.ts';

const MAX_VALUES = 6;
const MAX_RANGES = 20;
/** Any stretch of this many days has days of each month. */
const DAYS_WITH_ALL_MONTHS = 430;

/**
 * Splits what a variable can be into the kinds of values that some conditions tell apart; every value lies in a cell. Keeps what it
 * has found, since the same conditions come up in many questions.
 */
export class CellBook {
	private readonly slots: Slots;
	private readonly breaks = new Map<Atom, readonly number[]>();
	private readonly cells = new Map<string, readonly Cell[]>();

	constructor(slots: Slots) {
		this.slots = slots;
	}

	cellsOf(variable: Variable, atoms: readonly Atom[]): readonly Cell[] {
		const key = `${variable.field.name} ${atoms.map((atom) => atom.id).join()}`;
		const cells = this.cells.get(key) ?? this.split(variable, atoms);
		this.cells.set(key, cells);
		return cells;
	}

	private split(variable: Variable, atoms: readonly Atom[]): readonly Cell[] {
		const { field } = variable;
		const grouping = new CellGroups((value) => {
			this.slots.set(field.name, value);
			return Uint8Array.from(atoms, (atom) => 1 << atom.truth());
		});
		switch (field.type) {
			case 'boolean':
				grouping.add([true], null, true);
				grouping.add([false], null, true);
				break;
			case 'text':
				textCells(field, atoms, this.slots, grouping);
				break;
			case 'number':
			case 'date':
			case 'timestamp':
				this.addStretches(variable, atoms, grouping);
		}
		return field.isNullable ? [grouping.missing(), ...grouping.all()] : grouping.all();
	}

	/** Ranges on which every condition is the same, with some of their values; where `month()` is asked, day by day. */
	private addStretches(variable: Variable, atoms: readonly Atom[], grouping: CellGroups): void {
		const { field } = variable;
		const domain = orderedDomain(field);
		const starts = [domain.low, ...ascending(atoms.flatMap((atom) => this.breaksOf(atom, domain)))];
		for (const [index, low] of starts.entries()) {
			const next = starts[index + 1];
			const high = next === undefined ? domain.high : domain.previous(next);
			if (variable.month === null || low === high) {
				grouping.add(this.valuesIn(low, high, variable, domain), [low, high], low === high);
				continue;
			}
			const unit = field.type === 'date' ? 1 : MS_PER_DAY;
			for (const day of someDays(low, high, this.slots.scope.asOfDay, unit)) {
				grouping.add([Math.min(high, Math.max(low, day * unit))], null, false);
			}
		}
	}

	private breaksOf(atom: Atom, domain: OrderedDomain): readonly number[] {
		const breaks = this.breaks.get(atom) ?? breaksOf(atom, domain, this.slots);
		this.breaks.set(atom, breaks);
		return breaks;
	}

	private valuesIn(low: number, high: number, { field }: Variable, domain: OrderedDomain): number[] {
		const plain = plainValue(low, high, { field, domain, asOfDay: this.slots.scope.asOfDay });
		const ends = [low, high].filter((end) => end !== domain.low && end !== domain.high);
		return [...new Set([plain, ...ends, ...(low < high ? [domain.middle(low, high)] : [])])];
	}
}

/** Cells under construction: values for which every condition is the same go together. */
export class CellGroups {
	private readonly masksAt: (value: StoredValue) => Uint8Array;
	private readonly found = new Map<string, Cell>();

	constructor(masksAt: (value: StoredValue) => Uint8Array) {
		this.masksAt = masksAt;
	}

	/** `isPoint` only where there is no other value like this one. */
	add(values: readonly StoredValue[], range: readonly [number, number] | null, isPoint: boolean): void {
		const masks = this.masksAt(values[0]!);
		const key = masks.join();
		const known = this.found.get(key);
		this.found.set(key, {
			masks,
			values: [...new Set([...(known?.values ?? []), ...values])].slice(0, MAX_VALUES),
			ranges: [...(known?.ranges ?? []), ...(range ? [range] : [])].slice(0, MAX_RANGES),
			limits: range && (known ? joined(known.limits, range) : range),
			isNull: false,
			isPoint: isPoint && !known,
		});
	}

	addUnseen(masks: Uint8Array): void {
		this.found.set('unseen', { masks, values: [], ranges: [], limits: null, isNull: false, isPoint: false });
	}

	missing(): Cell {
		return { masks: this.masksAt(null), values: [null], ranges: [], limits: null, isNull: true, isPoint: true };
	}

	all(): readonly Cell[] {
		return [...this.found.values()];
	}
}

function joined(a: Cell['limits'], b: readonly [number, number]): Cell['limits'] {
	return a && [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/** Days of a range of days or milliseconds, enough to have seen every month; near the date as of which is looked. */
function someDays(low: number, high: number, asOfDay: number, unit: number): number[] {
	const [first, last] = [Math.floor(low / unit), Math.floor(high / unit)];
	const from = Math.max(first, Math.min(asOfDay, last - DAYS_WITH_ALL_MONTHS));
	const count = Math.min(last - from, DAYS_WITH_ALL_MONTHS) + 1;
	return Array.from({ length: count }, (_, index) => from + index);
}
