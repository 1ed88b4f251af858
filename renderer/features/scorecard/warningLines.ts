import { formatP } from '#shared/charts/formatP.ts';
import { findMetric } from '#shared/metrics/findMetric.ts';
import type { Analysis } from '#shared/model/analysis.ts';

export interface WarningLine {
	readonly tone: 'info' | 'warning' | 'error';
	readonly text: string;
}

/** What has to be known before any cell is read: groups out of proportion, effects that differ, a diluted baseline. */
export function warningLines(analysis: Analysis): readonly WarningLine[] {
	return [
		...ratioLines(analysis),
		...heterogeneityLines(analysis),
		...baselineLines(analysis),
		...bucketLines(analysis),
	];
}

function ratioLines({ ratioChecks, segments }: Analysis): readonly WarningLine[] {
	return ratioChecks.flatMap(({ segment, treatment, control, p, verdict }): WarningLine[] => {
		if (verdict === 'fine' || verdict === 'not-applicable') {
			return [];
		}
		const name = segment === null ? 'Over all customers' : `In ${nameOf(segments, segment)}`;
		const counts = `${treatment.toLocaleString('en')} to ${control.toLocaleString('en')}`;
		const certainty = p === null ? '' : `, ${formatP(p)}`;
		return [
			{
				tone: verdict === 'failure' ? 'error' : 'warning',
				text: `${name}, treatment and control are out of proportion (${counts}${certainty}). Something decided who got into which group, so figures that compare the groups may mislead.`,
			},
		];
	});
}

function heterogeneityLines({ heterogeneity, numbers }: Analysis): readonly WarningLine[] {
	const level = numbers.find((record) => record.interval !== null)?.interval?.level ?? 0.95;
	return heterogeneity.map(({ metric, p }) => {
		const label = findMetric(metric)?.label ?? metric;
		return p < 1 - level
			? {
					tone: 'info',
					text: `${label}: the effect differs between segments by more than chance would give (${formatP(p)}). Read it segment by segment.`,
				}
			: {
					tone: 'info',
					text: `${label}: no sign that the effect differs between segments (${formatP(p)}). A large figure in one of them may be chance.`,
				};
	});
}

function baselineLines({ baseline }: Analysis): readonly WarningLine[] {
	return baseline === 'everyone'
		? [
				{
					tone: 'warning',
					text: 'Compared with everyone, which includes the segment itself: differences look smaller than they are. Compare with the rest to see them in full.',
				},
			]
		: [];
}

/** Who is in no row, or in the last one only because nothing better is known. */
function bucketLines({ excluded, segments, customers }: Analysis): readonly WarningLine[] {
	const names = excluded.rules.map(({ name, people }) => `${name} ${people.toLocaleString('en')}`);
	const remainder = segments.find(({ isRemainder }) => isRemainder);
	const missing = remainder?.missingData ?? 0;
	return [
		...(names.length === 0
			? []
			: [
					{
						tone: 'info' as const,
						text: `All customers are ${customers.toLocaleString('en')} here: ${excluded.people.toLocaleString('en')} are excluded (${names.join(', ')}) and count in no figure.`,
					},
				]),
		...(remainder && missing > 0
			? [
					{
						tone: 'info' as const,
						text: `${remainder.name} holds ${missing.toLocaleString('en')} for whom some rule could not be decided, because a value is missing.`,
					},
				]
			: []),
	];
}

function nameOf(segments: Analysis['segments'], id: string): string {
	return segments.find((segment) => segment.id === id)?.name ?? id;
}
