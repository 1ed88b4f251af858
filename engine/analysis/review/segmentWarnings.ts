import { counted } from '#shared/base/counted.ts';
import { formatDetectable } from '#shared/metrics/formatNumber.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { SegmentDefinition, Segmentation, SegmentResult } from '#shared/model/segmentation.ts';
import type { SegmentCheck } from '#shared/model/segmentReview.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { wholeRule } from '#shared/model/wholeRule.ts';
import type { SimilarPair } from './similarPairs.ts';

export interface WarningInput {
	readonly segmentation: Segmentation;
	readonly results: readonly SegmentResult[];
	readonly checks: readonly SegmentCheck[];
	readonly similar: readonly SimilarPair[];
	readonly settings: AnalysisSettings;
	/** Fields that a rule reads, where all of them are empty for every customer; else empty. */
	readonly emptyFieldsOf: (rule: string) => readonly string[];
	/** Days since the rules were last changed, by the saved versions; null where that is not known. */
	readonly rulesAgeDays: number | null;
	/** Days since the newest event; null without one, and for the sample. */
	readonly dataAgeDays: number | null;
}

const [FEWEST, MOST] = [3, 8];
const [REVIEW_AFTER_DAYS, STALE_AFTER_DAYS, DATA_DAYS] = [182, 365, 31];
const COUNT_ADVICE =
	'the article on the return of segmentation (000) advises 3 to 7, the guide to audience segmentation (002) 4 to 8';

/** What is doubtful about a segmentation that can be computed: how many, how large, how old, and what nobody has decided yet. */
export function segmentWarnings(input: WarningInput): Problem[] {
	const { segments } = input.segmentation;
	if (segments.length === 0) {
		return ageOfData(input);
	}
	return [
		...segments.flatMap((segment) => aboutOne(segment, input)),
		...input.similar.map((pair) => similarProblem(pair, segments, input.settings)),
		...howMany(segments),
		...undecided(
			segments,
			'action',
			'no-action',
			'no action: a segment that gets the same treatment as others changes nothing. Write down the one offer, message or treatment, or retire it.',
		),
		...undecided(segments, 'owner', 'no-owner', 'no owner who answers for it. Name one.'),
		...ageOfRules(input),
		...ageOfData(input),
	];
}

function aboutOne(segment: SegmentDefinition, { results, checks, settings, emptyFieldsOf }: WarningInput): Problem[] {
	const people = results.find(({ id }) => id === segment.id)?.people ?? 0;
	const reach = checks.find((entry) => entry.segment === segment.id && entry.check === 'reachable');
	const empty = emptyFieldsOf(segment.rule);
	const problems: Problem[] = [];
	if (empty.length > 0) {
		const fields = empty.length === 1 ? `the field ${empty[0]}, which is` : `the fields ${empty.join(', ')}, which are`;
		problems.push(
			about(
				segment,
				'warning',
				'segments.only-missing',
				`uses only ${fields} empty for every customer. Map another column, or change the rule.`,
			),
		);
	} else if (people < settings.sizeFloor) {
		problems.push(
			about(
				segment,
				'warning',
				'segments.too-small',
				`has ${counted(people, 'person', 'people')}, fewer than the floor of ${settings.sizeFloor}: its rates are mostly chance. Widen its rule, merge it with another, or lower the floor in the settings.`,
			),
		);
	}
	if (people >= settings.sizeFloor && reach?.verdict === 'no') {
		problems.push(about(segment, 'warning', 'segments.unreachable', `can hardly be reached. ${reach.finding}`));
	}
	return problems;
}

function howMany(segments: readonly SegmentDefinition[]): Problem[] {
	if (segments.length >= FEWEST && segments.length <= MOST) {
		return [];
	}
	const isMany = segments.length > MOST;
	const effect = isMany
		? 'Many segments are thin and hard to act on; merge those that get the same treatment'
		: 'Few segments hardly beat a message to everyone; with little capacity, one or two are still a good start';
	return [
		{
			severity: isMany ? 'warning' : 'info',
			code: isMany ? 'segments.too-many' : 'segments.too-few',
			message: `The segmentation has ${counted(segments.length, 'segment')}; ${COUNT_ADVICE}. ${effect}.`,
			source: { kind: 'project' },
		},
	];
}

/** One line for all segments that lack the same, or the list would hide what matters more. */
function undecided(
	segments: readonly SegmentDefinition[],
	fact: 'action' | 'owner',
	code: string,
	consequence: string,
): Problem[] {
	const open = segments.filter((segment) => (segment[fact] ?? '').trim() === '');
	const first = open[0];
	if (!first) {
		return [];
	}
	const names = open.slice(0, 3).map(({ name }) => `“${name}”`);
	const more = open.length > names.length ? ` and ${open.length - names.length} more` : '';
	const subject = open.length === 1 ? `Segment ${names[0]} has` : `Segments ${names.join(', ')}${more} have`;
	return [
		{ severity: 'info', code: `segments.${code}`, message: `${subject} ${consequence}`, source: wholeRule(first) },
	];
}

function similarProblem(
	{ first, second, figures, detectable }: SimilarPair,
	segments: readonly SegmentDefinition[],
	settings: AnalysisSettings,
): Problem {
	const found =
		detectable === null
			? ''
			: ` (in ${detectable.label.toLowerCase()}, one of ${formatDetectable(detectable.value, detectable.unit, settings)} would have been found with 80 % power)`;
	const place = segments.find(({ id }) => id === second.id) ?? segments.find(({ id }) => id === first.id);
	return {
		severity: 'info',
		code: 'segments.similar',
		message: `“${first.name}” and “${second.name}” behave alike: no difference beyond chance in ${counted(figures.length, 'figure')}${found}. Merge them unless they get different treatment.`,
		source: place
			? { ...wholeRule(place), otherId: place.id === second.id ? first.id : second.id }
			: { kind: 'project' },
	};
}

function ageOfRules({ rulesAgeDays: days }: WarningInput): Problem[] {
	if (days === null || days < REVIEW_AFTER_DAYS) {
		return [];
	}
	const isStale = days >= STALE_AFTER_DAYS;
	return [
		{
			severity: isStale ? 'warning' : 'info',
			code: 'segments.stale-rules',
			message: `The rules have not changed for ${counted(days, 'day')}. Criteria want a review every 6 to 12 months: look at the checks, change what no longer holds, and save a version, also when all stays as it is.`,
			source: { kind: 'project' },
		},
	];
}

function ageOfData({ dataAgeDays: days }: WarningInput): Problem[] {
	return days === null || days <= DATA_DAYS
		? []
		: [
				{
					severity: 'info',
					code: 'segments.stale-data',
					message: `The newest event in the data is ${counted(days, 'day')} old. Scores want fresh data every month: import newer exports in place of the tables.`,
					source: { kind: 'project' },
				},
			];
}

function about(segment: SegmentDefinition, severity: Problem['severity'], code: string, what: string): Problem {
	return { severity, code, message: `Segment “${segment.name}” ${what}`, source: wholeRule(segment) };
}
