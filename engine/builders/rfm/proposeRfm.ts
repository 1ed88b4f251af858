import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import { fieldInWindow, type OrderWindowMonths } from '#shared/model/orderWindows.ts';
import { rfmDimensionId, type RfmFacts, type RfmSettings } from '#shared/model/rfmBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { addMonths } from '#shared/rules/calendar.ts';
import type { CustomerFrame } from '../../frame/CustomerFrame.ts';
import type { Job } from '../../job.ts';
import type { BuilderInput } from '../BuilderInput.ts';
import { baseRows } from '../baseRows.ts';
import { clearNulls } from '../clearNulls.ts';
import { countMarks } from '../countMarks.ts';
import { historyDays } from '../historyDays.ts';
import { measureProposal } from '../measureProposal.ts';
import { cutAtNumber, orderedField, type OrderedField } from '../ordered/OrderedField.ts';
import { cellFacts } from './cellFacts.ts';
import { cellOfCustomers } from './cellOfCustomers.ts';
import { claimsOf, ownersOf } from './rfmCells.ts';
import { rfmNotes } from './rfmNotes.ts';
import { rfmSegments } from './rfmSegments.ts';
import { scoreDimension, type ScoredDimension } from './scoreDimension.ts';
import { windowNotes } from './windowNotes.ts';

export interface RfmProposal {
	readonly proposal: BuilderProposal;
	readonly facts: RfmFacts;
}

/**
 * Segments from recency, frequency and monetary value (METRICS M15, F07). Only customers with a value in all three, and with an order
 * within the window, get scores; the others are the remainder. The window also limits the number of orders and the revenue, by the
 * fields of the frame that count it. Throws `data` when a field is missing or nobody can be scored.
 */
export async function proposeRfm(input: BuilderInput, settings: RfmSettings, job: Job): Promise<RfmProposal> {
	const { frame } = input;
	await job.tick(0, null, 'Scoring customers');
	const { windowMonths } = settings;
	const names = rfmDimensionId.options.map((id) => nameInWindow(frame, settings.fields[id], windowMonths));
	const fields = names.map((name) => numberField(frame, name));
	const { asOfDay } = frame;
	const limit = windowMonths === null ? null : cutAtNumber(fields[0]!, asOfDay - addMonths(asOfDay, -windowMonths));
	const isScored = scoredCustomers(baseRows(input), fields, limit?.stored ?? Infinity);
	const scored = countMarks(isScored);
	if (scored === 0) {
		throw new EngineError(
			'data',
			`No customer has ${names.join(', ')}${windowMonths === null ? '' : ` and an order in the last ${windowMonths} months`}, so nobody can be scored.`,
		);
	}
	const dimensions: ScoredDimension[] = [];
	for (const [axis, id] of rfmDimensionId.options.entries()) {
		await job.tick(axis, rfmDimensionId.options.length, 'Scoring customers');
		const cuts = settings.cuts[id];
		const field = fields[axis]!;
		const given = { id, name: names[axis]!, field, cuts, isScored };
		dimensions.push(scoreDimension({ ...given, limit: id === 'recency' ? limit : null }));
	}
	const codes = cellOfCustomers(dimensions, isScored);
	const owners = ownersOf(settings);
	const built = rfmSegments(settings, owners, dimensions);
	const history = historyDays(frame);
	await job.tick(0, null, 'Counting segments');
	const claims = claimsOf(settings.map);
	const cellsWhere = (matches: (boxes: number) => boolean) =>
		claims.flatMap((boxes, cell) => (matches(boxes.length) ? [cell] : []));
	const facts: RfmFacts = {
		dimensions: dimensions.map((dimension) => dimension.facts),
		scored,
		historyDays: history,
		cells: cellFacts(frame, codes),
		owners,
		places: [...built.places],
		contested: cellsWhere((boxes) => boxes > 1),
		uncovered: cellsWhere((boxes) => boxes === 0),
	};
	const proposal = measureProposal(input, {
		segments: built.segments,
		remainder: { name: 'Without scores', description: remainderText(windowMonths, owners.includes(null)) },
		customFields: [],
		notes: [...windowNotes(settings, names, history, limit), ...rfmNotes(history, facts.dimensions, built)],
	});
	return { proposal, facts };
}

/** The field of the window where the data has one; every other field is as it stands. */
function nameInWindow(frame: CustomerFrame, name: string, months: OrderWindowMonths | null): string {
	const recent = fieldInWindow(name, months);
	return frame.derived.has(recent) ? recent : name;
}

function numberField(frame: CustomerFrame, name: string): OrderedField {
	const needsOrders = name === 'recency_days' && !frame.columns.has(name);
	if (needsOrders) {
		throw new EngineError('data', 'RFM needs orders with a date. Import a table of orders and map its date.');
	}
	const field = orderedField(frame, name);
	if (field.column.kind !== 'number') {
		throw new EngineError('data', `The field “${name}” holds no numbers. RFM scores numbers only.`);
	}
	return field;
}

function scoredCustomers(base: Uint8Array, fields: readonly OrderedField[], limit: number): Uint8Array {
	const isScored = base.slice();
	const recency = fields[0]!.column.values;
	for (let row = 0; row < isScored.length; row++) {
		if (recency[row]! > limit) {
			isScored[row] = 0;
		}
	}
	for (const { column } of fields) {
		clearNulls(isScored, column.nulls);
	}
	return isScored;
}

function remainderText(windowMonths: number | null, hasCells: boolean): string {
	const window = windowMonths === null ? '' : ` or none in the last ${windowMonths} months`;
	return `Customers without an order${window}, or without one of the three values${hasCells ? ', and the cells of the map that no segment owns' : ''}.`;
}
