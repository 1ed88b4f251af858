import { baselineName, baselineNote } from '#shared/charts/baselineWords.ts';
import { comparisonSentence, intervalText, magnitude } from '#shared/charts/comparisonSentence.ts';
import { formatLevel } from '#shared/charts/formatLevel.ts';
import { formatP } from '#shared/charts/formatP.ts';
import { formatQuantity, quantityOf } from '#shared/charts/formatQuantity.ts';
import { estimateOn } from '#shared/charts/liftScale.ts';
import { isWithheld } from '#shared/charts/withheld.ts';
import { correctionName } from '#shared/charts/liftSentence.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { benchmarkLines } from './benchmarkLines.ts';
import { countedText } from './countedText.ts';

export interface CardLine {
	/** What the line is about; null for a sentence that stands by itself. */
	readonly term: string | null;
	readonly text: string;
}
export interface CardSection {
	readonly heading: string;
	readonly lines: readonly CardLine[];
}
export interface CardInput {
	readonly record: NumberRecord;
	readonly facts: MetricFacts;
	readonly segmentName: string;
	readonly settings: AnalysisSettings;
	readonly asOf: string;
}

/** Everything behind one figure, as headings and lines; the screen and the copied text are made of the same lines. */
export function cardSections(input: CardInput): readonly CardSection[] {
	return [
		{ heading: 'What it is', lines: definitionLines(input) },
		{ heading: 'What it rests on', lines: basisLines(input) },
		{ heading: 'How it compares', lines: comparisonLines(input) },
		{ heading: 'How sure it is', lines: certaintyLines(input) },
		{ heading: 'Benchmarks', lines: benchmarkLines(input.record, input.facts, input.settings.currency) },
	].filter((section) => section.lines.length > 0);
}

function definitionLines({ facts, asOf }: CardInput): readonly CardLine[] {
	return [
		{ term: null, text: facts.definition },
		{
			term: 'Formula',
			text: facts.isStandardFormula ? `${facts.formula} (the usual one; the sources give none)` : facts.formula,
		},
		{ term: 'How gaps count', text: facts.treatment },
		{ term: 'As of', text: asOf },
		...(facts.caution ? [{ term: 'Caution', text: facts.caution.message }] : []),
	];
}

function basisLines({ record, facts, settings }: CardInput): readonly CardLine[] {
	const counted = countedText(record, facts, settings.currency);
	return [
		...(counted === null ? [] : [{ term: 'Counted', text: counted }]),
		{ term: 'People behind it', text: record.n.toLocaleString('en') },
		{ term: 'Data', text: sufficiencyText(record, settings) },
		...(record.method === '' ? [] : [{ term: 'Method', text: record.method }]),
		...record.warnings.map((warning) => ({ term: 'Warning', text: warning.message })),
	];
}

function comparisonLines({ record, facts, segmentName, settings }: CardInput): readonly CardLine[] {
	const { baseline } = record;
	const [difference, lift] = [estimateOn(record, 'difference'), estimateOn(record, 'lift')];
	const quantity = (scale: 'difference' | 'lift' | 'value') => quantityOf(facts, scale, settings.currency);
	const estimate = difference ?? lift;
	if (baseline === null || estimate === null) {
		return [];
	}
	const scale = difference === null ? 'lift' : 'difference';
	const subject = { record, estimate, quantity: quantity(scale), metricLabel: facts.label, segmentName };
	const isComparison = quantity('value').isComparison;
	return [
		...(isComparison ? [] : [{ term: null, text: `${comparisonSentence(subject)}.` }]),
		{ term: 'Baseline', text: baselineNote(baseline.kind) },
		...(baseline.value === null || isComparison
			? []
			: [
					{
						term: `Value of ${baselineName(baseline.kind)}`,
						text: `${formatQuantity(baseline.value, quantity('value'))}, from ${baseline.n.toLocaleString('en')} people`,
					},
				]),
		...(difference === null
			? []
			: [
					{
						term: 'Difference',
						text: `${formatQuantity(difference.value, quantity('difference'))}${intervalText(difference, quantity('difference'))}`,
					},
				]),
		...levelLines(estimate.level, settings),
		...(lift === null || facts.unit === 'relative'
			? []
			: [
					{
						term: 'Lift',
						text: `${formatQuantity(lift.value, quantity('lift'))}${intervalText(lift, quantity('lift'))}`,
					},
				]),
	];
}

/** After correction the intervals are as wide as the decision that they have to agree with. */
function levelLines(level: number, settings: AnalysisSettings): readonly CardLine[] {
	return Math.abs(level - settings.level) < 1e-9
		? []
		: [
				{
					term: 'Interval level',
					text: `${formatLevel(level)} instead of ${formatLevel(settings.level)}, so that interval and correction agree.`,
				},
			];
}

function certaintyLines({ record, facts, settings }: CardInput): readonly CardLine[] {
	const { p, pAdjusted, isSignificant, mde } = record;
	if (isWithheld(record, 'difference')) {
		return [{ term: null, text: 'Too few people or events for a percentage, a lift or a test: read the counts.' }];
	}
	const difference = quantityOf(facts, 'difference', settings.currency);
	const chance = `${Number(((1 - settings.level) * 100).toFixed(1))}\u00a0%`;
	return [
		...(isSignificant === null
			? []
			: [
					{
						term: null,
						text: isSignificant
							? `Chance alone would rarely give a difference this large (less than ${chance} after correction).`
							: 'A difference of this size could be chance. That does not show that there is none.',
					},
				]),
		...(p === null ? [] : [{ term: 'Test by itself', text: formatP(p) }]),
		...(pAdjusted === null
			? []
			: [
					{
						term: 'Adjusted',
						text: `${formatP(pAdjusted)}, ${correctionName(settings)} over the segments of this metric`,
					},
				]),
		...(mde === null
			? []
			: [
					{
						term: 'Would be found',
						text: `A true difference of ${magnitude(mde, difference)} or more would have been found in four of five studies like this; a smaller one may go unnoticed.`,
					},
				]),
	];
}

function sufficiencyText({ sufficiency }: NumberRecord, { sizeFloor }: AnalysisSettings): string {
	switch (sufficiency) {
		case 'enough':
			return 'Enough to judge.';
		case 'thin':
			return `Thin: fewer than ${sizeFloor} people on one side. Read the interval, not the figure.`;
		case 'too-few':
			return 'Too few to judge. Use the counts only.';
	}
}
