import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { Column } from '../columns/Column.ts';
import { ARM_CODES, BOTH_ARMS, CONTROL, NO_ARM, TREATMENT, type ArmOutcomes } from './CustomerFrame.ts';
import type { EventWindow } from './EventWindow.ts';
import { armOfRows } from './armOfRows.ts';
import { bitAt, countBits } from './bitmap.ts';
import { categoryColumn, numberColumn } from './frameColumns.ts';
import { sharedBytes, sharedInts } from './sharedArrays.ts';
import { sumByCustomer } from './sumByCustomer.ts';
import { valuesOf } from './valuesOf.ts';

export interface RecipientFields {
	readonly columns: ReadonlyMap<string, Column>;
	readonly recipientRows: Int32Array<SharedArrayBuffer>;
	readonly arms: Uint8Array<SharedArrayBuffer> | null;
	readonly armOutcomes: ArmOutcomes | null;
	/** Fields behind which no campaign row holds a value. */
	readonly valueless: readonly string[];
	readonly customersInBothArms: number;
	/** Campaign rows whose arm is neither treatment nor control. */
	readonly rowsWithoutArm: number;
	readonly rowsWithoutRevenue: number;
}

const flagFields = [
	['opens', 'opened'],
	['clicks', 'clicked'],
	['conversions', 'converted'],
] as const;

/** Sends, reactions, arm and campaign revenue per customer, from the campaign rows that count. */
export function recipientFields(window: EventWindow, armLabels: TableMapping['arms']): RecipientFields {
	const { events } = window;
	const columns = new Map<string, Column>();
	const everyRow = new Uint8Array(events.length).fill(1);
	const recipientRows = countFlags(window, everyRow);
	const valueless: string[] = [];
	const rowArms = armOfRows(events, armLabels);
	const delivered = events.columns.get('delivered');
	const sent = delivered ? flagsOf(delivered) : (rowArms?.map((arm) => (arm === TREATMENT ? 1 : 0)) ?? everyRow);
	columns.set('sends', numberColumn('integer', countFlags(window, sent), null));
	for (const [name, role] of flagFields) {
		const flag = events.columns.get(role);
		if (flag) {
			columns.set(name, numberColumn('integer', countFlags(window, flagsOf(flag)), null));
			if (countBits(flag.nulls) === flag.length) {
				valueless.push(name);
			}
		}
	}
	const revenue = valuesOf(events.columns.get('revenue'));
	let rowsWithoutRevenue = 0;
	if (revenue !== null) {
		const { sums, missing, eventsWithValue, eventsWithoutValue } = sumByCustomer(window, revenue.values, revenue.nulls);
		rowsWithoutRevenue = eventsWithoutValue;
		if (eventsWithValue === 0) {
			valueless.push('campaign_revenue');
		}
		columns.set('campaign_revenue', numberColumn(revenue.type, sums, missing, revenue.scale, revenue.isExact));
	}
	if (rowArms === null) {
		return {
			columns,
			recipientRows,
			arms: null,
			armOutcomes: null,
			valueless,
			customersInBothArms: 0,
			rowsWithoutArm: 0,
			rowsWithoutRevenue,
		};
	}
	const { arms, rowsWithoutArm } = armOfCustomers(window, rowArms);
	const codes = sharedBytes(window.rows);
	const missing = sharedBytes(window.rows);
	const counts = new Int32Array(ARM_CODES);
	for (let row = 0; row < window.rows; row++) {
		const arm = arms[row]!;
		counts[arm]!++;
		codes[row] = arm === CONTROL ? 1 : 0;
		missing[row] = arm === NO_ARM || arm === BOTH_ARMS ? 1 : 0;
	}
	columns.set('arm', categoryColumn(codes, ['treatment', 'control'], missing));
	const customersInBothArms = counts[BOTH_ARMS]!;
	const armOutcomes = armOutcomesOf(window, rowArms);
	return {
		columns,
		recipientRows,
		arms,
		armOutcomes,
		valueless,
		customersInBothArms,
		rowsWithoutArm,
		rowsWithoutRevenue,
	};
}

function armOutcomesOf(window: EventWindow, rowArms: Uint8Array): ArmOutcomes {
	const { columns } = window.events;
	const isOfArm = (row: number): boolean => rowArms[row] !== NO_ARM;
	const converted = columns.get('converted');
	const revenue = valuesOf(columns.get('revenue'));
	return {
		conversions: converted
			? countFlags(
					window,
					flagsOf(converted).map((flag, row) => (isOfArm(row) ? flag : 0)),
				)
			: null,
		revenue: revenue && {
			values: sumByCustomer(
				window,
				revenue.values.map((value, row) => (isOfArm(row) ? value : 0)),
				revenue.nulls,
			).sums,
			scale: revenue.scale,
		},
	};
}

/** 1 where the flag is true, above 0, or a date that is there. */
function flagsOf(column: Column): Uint8Array {
	const flags = new Uint8Array(column.length);
	const { nulls } = column;
	for (let row = 0; row < column.length; row++) {
		if (nulls !== null && bitAt(nulls, row)) {
			continue;
		}
		const isSet = column.kind === 'boolean' || column.kind === 'number' ? column.values[row]! > 0 : true;
		flags[row] = isSet ? 1 : 0;
	}
	return flags;
}

function countFlags(window: EventWindow, flags: Uint8Array): Int32Array<SharedArrayBuffer> {
	const counts = sharedInts(window.rows);
	counts.set(sumByCustomer(window, flags, null).sums);
	return counts;
}

/** Treatment and control are bits, so that a customer found in both arms shows as both. */
function armOfCustomers(window: EventWindow, rowArms: Uint8Array) {
	const { events, days, asOfDay, rows } = window;
	const arms = sharedBytes(rows);
	let rowsWithoutArm = 0;
	for (let customer = 0; customer < events.baseRows.length; customer++) {
		const row = events.baseRows[customer]!;
		for (let event = events.offsets[customer]!; row >= 0 && event < events.offsets[customer + 1]!; event++) {
			if (days !== null && days[event]! > asOfDay) {
				continue;
			}
			const arm = rowArms[event]!;
			arms[row]! |= arm;
			rowsWithoutArm += arm === NO_ARM ? 1 : 0;
		}
	}
	return { arms, rowsWithoutArm };
}
