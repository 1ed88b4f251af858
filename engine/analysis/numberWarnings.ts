import { counted } from '#shared/base/counted.ts';
import type { NumberWarning } from '#shared/model/numberRecord.ts';
import type { Draft } from './Draft.ts';
import type { PlannedMetric } from './MetricPlan.ts';
import type { DefiningField, ScorecardContext, ScorecardRow } from './ScorecardContext.ts';

const FEW_EVENTS = 5;

/** Everything that a reader of the figure should know before believing it. */
export function numberWarnings(
	{ facts, source }: PlannedMetric,
	draft: Draft,
	noLift: string | null,
	{ settings, hasRepeatedRecipients }: ScorecardContext,
	{ segment, people, inBothArms, ratioCheck, definedBy }: ScorecardRow,
): readonly NumberWarning[] {
	const warnings: NumberWarning[] = [...draft.warnings];
	const warn = (isTrue: boolean, code: string, message: () => string) => {
		if (isTrue) {
			warnings.push({ code, message: message() });
		}
	};
	const { arms, baseline, contrast } = draft;
	const hasRecipients = facts.needs.some((need) => need.role === 'recipients');
	const isRate = facts.intervals === 'wilson';
	warn(segment !== null && people < settings.sizeFloor, 'size-floor', () => {
		const floor = settings.sizeFloor.toLocaleString('en');
		return `The segment has ${counted(people, 'customer')}, fewer than the floor of ${floor}.`;
	});
	warn(
		draft.sizes.some(({ events }) => events !== null && events < FEW_EVENTS),
		'few-events',
		() => 'Fewer than 5 events on one side: read the counts, not the percentages.',
	);
	warn(noLift !== null && draft.reason === null, 'no-lift', () => noLift ?? '');
	warn(
		baseline?.kind === 'everyone' && contrast !== null,
		'diluted-baseline',
		() => 'Everyone includes this segment, so the difference is smaller than the one to the rest.',
	);
	warn(
		(isRate && source?.kind === 'ratio' && facts.shape.kind === 'ratio') ||
			(arms !== null && hasRecipients && hasRepeatedRecipients),
		'unit-of-analysis',
		() => 'Customers have several rows each. The customer is the unit here, not the row.',
	);
	warn(
		arms !== null && inBothArms > 0,
		'both-arms',
		() => `Left out of the comparison: ${counted(inBothArms, 'customer')} found in both treatment and control.`,
	);
	warn(
		arms !== null && (ratioCheck?.verdict === 'failure' || ratioCheck?.verdict === 'warning'),
		'sample-ratio',
		() => 'Treatment and control are not in the proportion of the whole base here, so the arms may not be comparable.',
	);
	const roles = new Set(facts.needs.map((need) => need.role));
	// What is known of a customer beforehand is no outcome.
	const outcome = definedBy.find(({ role }) => role !== 'customers' && roles.has(role));
	warn(outcome !== undefined, 'own-outcome', () => (outcome ? ownOutcome(outcome) : ''));
	return facts.caution === null ? warnings : [...warnings, facts.caution];
}

function ownOutcome({ name, role, isOwnRule }: DefiningField): string {
	const how = isOwnRule ? `Its rule uses ${name}` : `An earlier rule uses ${name}`;
	const rows = role === 'orders' ? 'orders' : 'campaign rows';
	return `Defined on its own outcome: ${how}, which comes from the same ${rows} as this figure, so part of any difference is true by definition.`;
}
