import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { BuilderInput } from './BuilderInput.ts';
import type { BuiltSegments } from './BuiltSegments.ts';
import { revenueByCode } from './revenueByCode.ts';

/** The longest rule that a segmentation can hold. */
const MAX_RULE_LENGTH = 20_000;

/**
 * Counts a proposal by its rules, as they will count once they are used, not by what the builder believes of them. Throws `data` when
 * a rule is too long, and an Error when one cannot be read: that is a fault of the builder.
 */
export function measureProposal({ frame, evaluator, current }: BuilderInput, built: BuiltSegments): BuilderProposal {
	const long = built.segments.find(({ rule }) => rule.length > MAX_RULE_LENGTH);
	if (long) {
		throw new EngineError('data', `The rule of “${long.name}” would be too long. Choose fewer groups or fewer values.`);
	}
	const own = new Set(built.customFields.map(({ name }) => name));
	const { codes, segments, customers, problems } = evaluator.evaluate({
		...emptySegmentation,
		segments: built.segments.map(({ name, rule }, index) => ({ id: `proposed-${index}`, name, rule })),
		remainder: built.remainder.name,
		exclusions: current.exclusions,
		customFields: [...current.customFields.filter(({ name }) => !own.has(name)), ...built.customFields],
	});
	const fault = problems.find(({ severity, source }) => severity === 'error' && source.kind === 'segment');
	if (fault) {
		throw new Error(`A builder wrote a rule that cannot be read: ${fault.message}`);
	}
	// The excluded have a code of their own, behind the remainder.
	const sums = revenueByCode(frame, codes, segments.length + 1);
	const minor = sums?.minor.slice(0, segments.length);
	const money = (part: number) => (sums ? part / sums.unit : null);
	const counted = segments.map(({ people, share }, index) => ({ people, share, revenue: money(minor?.[index] ?? 0) }));
	return {
		segments: built.segments.map((segment, index) => ({ ...segment, ...counted[index]! })),
		remainder: { ...built.remainder, ...counted.at(-1)! },
		customFields: [...built.customFields],
		customers,
		revenue: money(minor?.reduce((sum, part) => sum + part, 0) ?? 0),
		overlap: segments.reduce((sum, { lostToEarlier }) => sum + lostToEarlier, 0),
		notes: [...built.notes],
	};
}
