import { counted } from '#shared/base/counted.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentMigration } from '#shared/model/segmentMigration.ts';
import { wholeRule } from '#shared/model/wholeRule.ts';

/**
 * Segments of high value that lose members while the total holds, which is when nobody looks (METRICS F23). Losses of revenue stay in
 * the view of migration: a rule that reads recent orders takes good buyers in, so that many segments show some.
 */
export function leakProblems({ warnings, days }: SegmentMigration, { segments }: Segmentation): Problem[] {
	return warnings
		.filter(({ subject, isTotalHeld }) => subject === 'members' && isTotalHeld)
		.map(({ segment: id, message }): Problem => {
			const segment = segments.find((entry) => entry.id === id);
			return {
				severity: 'warning',
				code: 'segments.leak',
				message: `In ${counted(days, 'day')}, ${message}`,
				source: segment ? wholeRule(segment) : { kind: 'project' },
			};
		});
}
