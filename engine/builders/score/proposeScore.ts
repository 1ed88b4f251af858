import { counted } from '#shared/base/counted.ts';
import type { BuilderNote, BuilderProposal } from '#shared/model/builderProposal.ts';
import type { FrameField } from '#shared/model/frameField.ts';
import type { ScoreFacts, ScoreSettings } from '#shared/model/scoreBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { checkValue } from '#shared/rules/checkRule.ts';
import type { NumberColumn } from '../../columns/Column.ts';
import type { CustomerFrame } from '../../frame/CustomerFrame.ts';
import type { Job } from '../../job.ts';
import { SegmentEvaluator } from '../../rules/SegmentEvaluator.ts';
import { valueColumn } from '../../rules/valueColumn.ts';
import { baseRows } from '../baseRows.ts';
import type { BuilderInput } from '../BuilderInput.ts';
import type { BuiltSegment } from '../BuiltSegments.ts';
import { clearNulls } from '../clearNulls.ts';
import { measureProposal } from '../measureProposal.ts';
import { numberDigits } from '../ordered/numberDigits.ts';
import { orderedColumn, type Cut, type OrderedField } from '../ordered/OrderedField.ts';
import { rangeCondition } from '../ordered/rangeCondition.ts';
import { valueCounts, type ValueCounts } from '../ordered/valueCounts.ts';
import { scoreCuts } from './scoreCuts.ts';
import { scoreTerm, type ScoreTerm } from './scoreTerm.ts';
import { sumText } from './sumText.ts';

export interface ScoreProposal {
	readonly proposal: BuilderProposal;
	readonly facts: ScoreFacts;
}

const HISTOGRAM_BARS = 40;

/**
 * A weighted sum of fields as a custom field, and tiers of it as segments, so that the score can be seen, exported and computed
 * anywhere. Throws `data` for fields that are no numbers or the same for everybody, and for a name that a column has.
 */
export async function proposeScore(input: BuilderInput, settings: ScoreSettings, job: Job): Promise<ScoreProposal> {
	const { frame, current } = input;
	requireFreeName(frame, settings);
	const base = baseRows(input);
	const weights = settings.fields.reduce((sum, { weight }) => sum + weight, 0);
	const terms: ScoreTerm[] = [];
	for (const field of settings.fields) {
		await job.tick(terms.length, settings.fields.length, 'Looking at the fields');
		terms.push(scoreTerm(frame, field, field.weight / weights, settings, base));
	}
	const expression = sumText(terms.map(({ text }) => text));
	const column = await scoreColumn(frame, expression, job);
	const isScored = base.slice();
	clearNulls(isScored, column.nulls);
	const field = orderedColumn(settings.name, column);
	const counts = valueCounts(field, isScored);
	const cuts = settings.cuts === null ? scoreCuts(counts, sharesBelow(settings)) : ownCuts(settings, settings.cuts);
	const description = `Weighted score of ${settings.fields.map((one) => one.field).join(', ')}.`;
	const built = {
		segments: tiersOf(settings, field, cuts),
		remainder: {
			name: settings.missing === 'remainder' ? 'Without a score' : 'Everyone else',
			description: settings.missing === 'remainder' ? 'Customers without a value in one of the fields.' : 'Nobody.',
		},
		customFields: [{ name: settings.name, expression, description }],
		notes: notesOf(settings, terms, cuts.length + 1),
	};
	// The score is calculated once and then read as a column: the same numbers as the expression gives in every rule, many times faster.
	const own: FrameField = {
		name: settings.name,
		type: 'decimal',
		origin: 'derived',
		description,
		unit: null,
		nulls: 0,
		values: [],
	};
	const fields = [...frame.fields, own];
	const columns = new Map([...frame.columns, [settings.name, column] as const]);
	const scoredFrame = { ...frame, fields, columns };
	const customFields = current.customFields.filter(({ name }) => name !== settings.name);
	const measured = measureProposal(
		{ frame: scoredFrame, evaluator: new SegmentEvaluator(scoredFrame), current: { ...current, customFields } },
		{ ...built, customFields: [] },
	);
	return {
		proposal: { ...measured, customFields: built.customFields },
		facts: {
			expression,
			fields: terms.map(({ center, spread, missing }, index) => {
				const { field: name, weight } = settings.fields[index]!;
				return { field: name, share: weight / weights, center, spread, missing };
			}),
			behaviourRatio: behaviourRatio(settings),
			scored: counts.total,
			histogram: histogramOf(counts),
			cuts: cuts.map(({ text }) => Number(text)).toReversed(),
		},
	};
}

function requireFreeName(frame: CustomerFrame, { name, fields }: ScoreSettings): void {
	if (frame.columns.has(name)) {
		throw new EngineError('data', `The customers have a field “${name}” already. Give the score another name.`);
	}
	const names = fields.map(({ field }) => field);
	const twice = names.find((field, index) => names.indexOf(field) !== index);
	if (twice !== undefined) {
		throw new EngineError('data', `${twice} is in the score twice. Take it out once and raise its weight instead.`);
	}
}

/** As doubles in whole units, whatever the expression computes with. */
async function scoreColumn(frame: CustomerFrame, expression: string, job: Job): Promise<NumberColumn> {
	const { typed, diagnostics } = checkValue(expression, frame.fields, null);
	const column = typed && (await valueColumn(typed, frame, job));
	if (column?.kind !== 'number') {
		throw new Error(`The score cannot be computed: ${diagnostics[0]?.message ?? expression}`);
	}
	const unit = 10 ** column.scale;
	const values = new Float64Array(frame.length);
	for (let row = 0; row < values.length; row++) {
		values[row] = column.values[row]! / unit;
	}
	return { ...column, type: 'decimal', values, scale: 0, isExact: false };
}

/** Shares of the people below each tier but the last, from the last upwards. */
function sharesBelow({ tiers }: ScoreSettings): number[] {
	const all = tiers.reduce((sum, { share }) => sum + share, 0);
	let below = 0;
	return tiers
		.slice(1)
		.toReversed()
		.map(({ share }) => (below += share / all));
}

function ownCuts({ tiers }: ScoreSettings, cuts: readonly number[]): Cut[] {
	if (cuts.length !== tiers.length - 1 || cuts.some((cut, index) => index > 0 && cut >= cuts[index - 1]!)) {
		throw new EngineError(
			'data',
			`${counted(tiers.length, 'tier')} need ${tiers.length - 1} falling cuts, not ${cuts.join(', ')}.`,
		);
	}
	return cuts.toReversed().map((cut) => ({ stored: cut, text: numberDigits(cut) }));
}

/** From the best down. Where ties leave fewer groups than tiers, the lowest tiers are left out. */
function tiersOf({ tiers }: ScoreSettings, field: OrderedField, cuts: readonly Cut[]): BuiltSegment[] {
	return tiers.slice(0, cuts.length + 1).map(({ name }, index) => {
		const group = cuts.length - index;
		const rule = rangeCondition(field, cuts, group, group);
		return { name, rule: rule ?? 'false', description: '' };
	});
}

function behaviourRatio({ fields }: ScoreSettings): number | null {
	const mean = (kind: ScoreSettings['fields'][number]['kind']) => {
		const weights = fields.flatMap((field) => (field.kind === kind ? [field.weight] : []));
		return weights.length === 0 ? null : weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
	};
	const [behaviour, firmographic] = [mean('behaviour'), mean('firmographic')];
	return behaviour === null || firmographic === null ? null : behaviour / firmographic;
}

function notesOf(settings: ScoreSettings, terms: readonly ScoreTerm[], groups: number): BuilderNote[] {
	const ratio = behaviourRatio(settings);
	const gaps = terms.flatMap(({ missing }, index) =>
		missing === 0 ? [] : [`${settings.fields[index]!.field} (${counted(missing, 'customer')})`],
	);
	const treated = {
		'by-kind': 'count as the worst in behaviour and as the middle in firmographics',
		middle: 'count as the middle',
		remainder: 'leave the customer without a score',
	}[settings.missing];
	return [
		...(ratio === null || (ratio >= 3 && ratio <= 5)
			? []
			: [
					{
						severity: 'warning' as const,
						text: `Behaviour weighs ${ratio.toLocaleString('en', { maximumFractionDigits: 1 })} times as much as firmographics on average; three to five times is advised.`,
					},
				]),
		...(gaps.length === 0
			? []
			: [{ severity: 'info' as const, text: `Missing values ${treated}: ${gaps.join(', ')}.` }]),
		...(groups === settings.tiers.length
			? []
			: [
					{
						severity: 'warning' as const,
						text: `So many customers share a score that only ${counted(groups, 'tier')} can be told apart.`,
					},
				]),
	];
}

function histogramOf({ values, counts }: ValueCounts): ScoreFacts['histogram'] {
	const [low, high] = [values[0] ?? 0, values.at(-1) ?? 0];
	const step = (high - low) / HISTOGRAM_BARS || 1;
	const people = Array.from({ length: HISTOGRAM_BARS }, () => 0);
	for (let index = 0; index < values.length; index++) {
		people[Math.min(HISTOGRAM_BARS - 1, Math.floor((values[index]! - low) / step))]! += counts[index]!;
	}
	return { low, step, people };
}
