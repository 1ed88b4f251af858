import { expect, test } from 'vitest';
import { warningLines } from '../../../renderer/features/scorecard/warningLines.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';

test('groups out of proportion come first, in words and with their counts', () => {
	expect(warningLines(analysisFixture).map(({ tone, text }) => [tone, text])).toEqual([
		[
			'error',
			'In Loyal customers, treatment and control are out of proportion (2,790 to 2,420, p < 0.001). Something decided who got into which group, so figures that compare the groups may mislead.',
		],
		[
			'info',
			'Conversion rate: the effect differs between segments by more than chance would give (p < 0.001). Read it segment by segment.',
		],
	]);
});

test('an effect that does not differ is said too, because one large figure may be chance', () => {
	const heterogeneity = [{ metric: 'M31', q: 3, degreesOfFreedom: 4, p: 0.56 }];
	expect(warningLines({ ...analysisFixture, ratioChecks: [], heterogeneity })[0]?.text).toBe(
		'Conversion lift: no sign that the effect differs between segments (p = 0.56). A large figure in one of them may be chance.',
	);
});

test('the diluted baseline is named', () => {
	const lines = warningLines({ ...analysisFixture, ratioChecks: [], heterogeneity: [], baseline: 'everyone' });
	expect(lines.map(({ tone }) => tone)).toEqual(['warning']);
	expect(lines[0]?.text).toContain('differences look smaller than they are');
});

test('who is excluded is named, since no row counts them', () => {
	const excluded = {
		people: 12,
		orders: 3,
		revenue: 40,
		rules: [{ id: 'x', name: 'Staff', people: 12, matches: 12, missingData: 0 }],
	};
	const lines = warningLines({ ...analysisFixture, ratioChecks: [], heterogeneity: [], excluded });
	expect(lines.map(({ text }) => text)).toContain(
		'All customers are 25,000 here: 12 are excluded (Staff 12) and count in no figure.',
	);
});
