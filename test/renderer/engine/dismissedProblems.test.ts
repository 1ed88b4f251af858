import { expect, test } from 'vitest';
import type { Problem } from '#shared/model/problem.ts';
import { dismissalKey, withoutDismissed } from '../../../renderer/engine/dismissedProblems.ts';

const tooSmall = (segmentId: string, message: string, severity: Problem['severity'] = 'warning'): Problem => ({
	severity,
	code: 'segments.too-small',
	message,
	source: { kind: 'segment', segmentId, from: 0, to: 1, line: 1, column: 1 },
});

test('a warning stays put aside when its figures change, and only for its segment', () => {
	const dismissed = [dismissalKey(tooSmall('a', 'has 12 people'))];
	const { shown, dismissed: count } = withoutDismissed(
		[tooSmall('a', 'has 13 people'), tooSmall('b', 'has 13 people')],
		dismissed,
	);
	expect(shown.map(({ source }) => source)).toMatchObject([{ segmentId: 'b' }]);
	expect(count).toBe(1);
});

test('an error cannot be put aside', () => {
	const error = tooSmall('a', 'cannot be read', 'error');
	expect(withoutDismissed([error], [dismissalKey(error)])).toEqual({ shown: [error], dismissed: 0 });
});
