import { counted } from '#shared/base/counted.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { TreeOutcome } from '#shared/model/treeBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { printField } from '#shared/rules/printRule.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { BuilderInput } from '../BuilderInput.ts';
import { baseRows } from '../baseRows.ts';

export interface OutcomeValues {
	/** Per customer: 1 or 0 for a rule, the amount of a field in its own unit. */
	readonly values: Float64Array;
	/** 1 for customers of the base who have an outcome. */
	readonly isKnown: Uint8Array;
	/** Customers of the base who have none. */
	readonly unknown: number;
	readonly label: string;
	readonly isMoney: boolean;
}

/** Names of the fields of the data that an outcome reads; empty where its rule cannot be read. */
export function fieldsOfOutcome(outcome: TreeOutcome, { frame, current }: BuilderInput): ReadonlySet<string> {
	const text = outcome.kind === 'amount' ? printField(outcome.field) : outcome.rule;
	return new RuleChecks(frame.fields).within(current).fieldsRead(text);
}

/** Throws `data` for a rule that cannot be read, a field that is missing or no number, and where nobody has an outcome. */
export function outcomeValues(outcome: TreeOutcome, input: BuilderInput): OutcomeValues {
	const found = outcome.kind === 'rate' ? valuesOfRule(outcome.rule, input) : valuesOfField(outcome.field, input);
	if (!found.isKnown.includes(1)) {
		throw new EngineError('data', `No customer has a value for ${found.label}. Choose another outcome.`);
	}
	return found;
}

function valuesOfRule(rule: string, input: BuilderInput): OutcomeValues {
	const { frame, evaluator, current } = input;
	const { diagnostics } = new RuleChecks(frame.fields).within(current).check(rule);
	const error = diagnostics.find(({ severity }) => severity === 'error');
	if (error) {
		throw new EngineError('data', `The rule of the outcome cannot be read: ${error.message}`);
	}
	const { codes, segments } = evaluator.evaluate({
		...emptySegmentation,
		exclusions: current.exclusions,
		customFields: current.customFields,
		segments: [
			{ id: 'yes', name: 'Yes', rule },
			{ id: 'no', name: 'No', rule: `not (${rule}\n)` },
		],
	});
	const values = new Float64Array(codes.length);
	const isKnown = new Uint8Array(codes.length);
	for (let row = 0; row < codes.length; row++) {
		values[row] = codes[row] === 0 ? 1 : 0;
		isKnown[row] = codes[row]! < 2 ? 1 : 0;
	}
	return { values, isKnown, unknown: segments.at(-1)!.people, label: rule, isMoney: false };
}

function valuesOfField(name: string, input: BuilderInput): OutcomeValues {
	const column = input.frame.columns.get(name);
	if (column?.kind !== 'number') {
		const what = column ? 'holds no numbers' : 'does not exist';
		throw new EngineError('data', `The field “${name}” ${what}. Choose a field of numbers as the outcome.`);
	}
	const { nulls, scale } = column;
	const isKnown = baseRows(input);
	let unknown = 0;
	for (let row = 0; nulls !== null && row < isKnown.length; row++) {
		if (isKnown[row] === 1 && hasBit(nulls, row)) {
			isKnown[row] = 0;
			unknown++;
		}
	}
	const unit = 10 ** scale;
	const values = new Float64Array(column.length);
	for (let row = 0; row < column.length; row++) {
		values[row] = column.values[row]! / unit;
	}
	const isMoney = input.frame.fields.find((field) => field.name === name)?.unit === 'money';
	return { values, isKnown, unknown, label: name, isMoney };
}

/** The sentence on customers without an outcome; null where everybody has one. */
export function unknownNote({ unknown, label }: OutcomeValues): string | null {
	return unknown === 0
		? null
		: `${counted(unknown, 'customer')} without a value for ${label} are in no figure; the rules place them by their other values.`;
}
