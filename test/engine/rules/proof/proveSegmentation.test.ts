import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import { segmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import type { RuleField } from '#shared/rules/RuleField.ts';
import { silentJob } from '../../../../engine/job.ts';
import { anyField } from '../../../../engine/rules/proof/ProofField.ts';
import type { ProofField } from '../../../../engine/rules/proof/ProofField.ts';
import { frameProofFields } from '../../../../engine/rules/proof/frameProofFields.ts';
import { ProofMemory } from '../../../../engine/rules/proof/ProofMemory.ts';
import { proveSegmentation } from '../../../../engine/rules/proof/proveSegmentation.ts';
import { slotTruth } from '../../../../engine/rules/proof/slotPrograms.ts';
import { Slots } from '../../../../engine/rules/proof/Slots.ts';
import { SegmentEvaluator } from '../../../../engine/rules/SegmentEvaluator.ts';
import { OverlapDesk } from '../../../../engine/session/OverlapDesk.ts';
import { sampleFrame } from '../sampleFrame.ts';
import { AS_OF_DAY, customers, small, smallRule, typedOf } from './smallWorld.ts';

test('pairs, relations, dead and empty rules and coverage are what trying every customer shows', () => {
	const slots = new Slots(AS_OF_DAY);
	small.forEach((field) => slots.declare(field));
	fc.assert(
		fc.property(fc.array(smallRule, { minLength: 1, maxLength: 5 }), (texts) => {
			const rules = texts.map((text, index) => ({ id: `r${index}`, typed: typedOf(text) }));
			const programs = rules.map(({ typed }) => slotTruth(typed, slots));
			const matches = customers.map((customer) => {
				small.forEach((field, index) => slots.set(field.name, customer[index]!));
				return programs.map((at) => at() === 1);
			});
			const exists = (test: (row: readonly boolean[]) => boolean): boolean => matches.some(test);
			const isEmpty = rules.map((_, index) => !exists((row) => row[index]!));
			const proof = proveSegmentation({ rules, exclusions: [], data: null }, new ProofMemory(small, AS_OF_DAY));
			expect(segmentationProof.parse(proof)).toEqual(proof);
			const found = {
				pairs: proof.pairs.map(({ verdict, relation }) => [verdict, relation]),
				empty: proof.rules.map((rule) => rule.isEmpty === 'yes'),
				dead: proof.rules.map((rule) => rule.isDead === 'yes'),
				coverage: proof.coverage.verdict,
			};
			const expected = {
				pairs: rules.flatMap((_, first) =>
					rules.slice(first + 1).map((__, offset) => {
						const second = first + 1 + offset;
						const isOverlap = exists((row) => row[first]! && row[second]!);
						const isFirstWithin = !exists((row) => row[first]! && !row[second]!);
						const isSecondWithin = !exists((row) => row[second]! && !row[first]!);
						const relation = isFirstWithin
							? isSecondWithin
								? 'equal'
								: 'first-within-second'
							: isSecondWithin
								? 'second-within-first'
								: null;
						return [isOverlap ? 'overlap' : 'disjoint', isOverlap ? relation : null];
					}),
				),
				empty: isEmpty,
				dead: rules.map(
					(_, index) =>
						index > 0 && !isEmpty[index] && !exists((row) => row[index]! && !row.slice(0, index).includes(true)),
				),
				coverage: exists((row) => !row.includes(true)) ? 'gap' : 'complete',
			};
			expect({ texts, ...found }).toEqual({ texts, ...expected });
			for (const { isDead, coveredBy, id } of proof.rules.filter((rule) => rule.isDead === 'yes')) {
				const covering = coveredBy.map((name) => Number(name.slice(1)));
				const index = Number(id.slice(1));
				expect({ isDead, left: exists((row) => row[index]! && !covering.some((other) => row[other]!)) }).toEqual({
					isDead: 'yes',
					left: false,
				});
			}
		}),
		{ seed: 19, numRuns: 250 },
	);
});

const fields: readonly ProofField[] = [
	{ ...anyField('recency_days', 'number'), scale: 0, least: 0 },
	{ ...anyField('order_count', 'number'), scale: 0, least: 0, isNullable: false },
	{ ...anyField('revenue', 'number'), scale: 2 },
	{ ...anyField('margin', 'number'), scale: 2 },
	anyField('country', 'text'),
	anyField('email', 'text'),
	anyField('last_order_date', 'date'),
	anyField('first_order_date', 'date'),
	anyField('newsletter', 'boolean'),
];
const ruleFields = fields.map(({ name, type }): RuleField => ({
	name,
	type: type === 'number' ? 'decimal' : type,
	values: [],
}));

function proofOf(...texts: readonly string[]) {
	const rules = texts.map((text, index) => {
		const { typed, diagnostics } = checkRule(text, ruleFields);
		expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
		return { id: `r${index}`, typed };
	});
	return proveSegmentation({ rules, exclusions: [], data: null }, new ProofMemory(fields, AS_OF_DAY));
}

test.each([
	["email ends with '@a.com'", "email ends with '@b.com'"],
	["email matches '^1[0-9]{4}$'", "email starts with '2'"],
	["lower(country) = 'de'", "upper(country) in ('FR', 'AT')"],
	['margin / revenue < 0.2', 'margin / revenue >= 0.2'],
	['margin / revenue < 0.2', 'revenue is null or margin is null'],
	['last_order_date > first_order_date', 'first_order_date >= last_order_date'],
	['revenue - margin > 10.005', 'revenue - margin < 10.01'],
	['revenue - margin > 10 and revenue = 5 and margin = 1', 'newsletter'],
	['order_count > 2 and order_count < 3', 'newsletter'],
	['coalesce(recency_days, 999) > 365', 'recency_days between 10 and 365'],
	['last_order_date >= asof - 3 months', "last_order_date < '2023-11-29'"],
	['month(first_order_date) = 2 and year(first_order_date) = 2023', "first_order_date >= '2023-03-01'"],
	["country in ('DE', 'AT')", "coalesce(country, 'none') = 'none'"],
	['(order_count > 3) = newsletter', 'order_count = 5 and not newsletter'],
	['abs(revenue - 100) < 10', 'revenue > 110 or revenue <= 90'],
	['revenue / order_count < 10', 'revenue > 100 and order_count between 2 and 4'],
	['margin > revenue', 'revenue >= 100 and margin <= 100'],
	['last_order_date - first_order_date > 365', "first_order_date >= '2023-06-01' and last_order_date < '2024-01-01'"],
	[
		'last_order_date > first_order_date + 3 months',
		"first_order_date >= '2023-11-01' and last_order_date <= '2024-02-01'",
	],
	['revenue - margin > 100', 'revenue between 0 and 50 and margin between -50 and 50'],
	['revenue * order_count < 10', 'revenue > 5 and order_count > 2'],
	['coalesce(recency_days, order_count) > 9', 'recency_days < 5 and order_count < 9'],
])('%s excludes %s', (first, second) => {
	expect(proofOf(first, second).pairs[0]).toMatchObject({ verdict: 'disjoint', witness: null, reason: null });
});

test.each([
	["email contains 'a'", "email ends with 'b'"],
	['margin / revenue < 0.2', 'revenue > 1000'],
	['last_order_date > first_order_date + 30 days', "first_order_date = '2024-01-01'"],
	["lower(country) = 'de'", "country != 'de'"],
	['revenue - margin > 100', 'revenue < 50'],
	['month(first_order_date) = 12', "first_order_date < '1950-01-01'"],
	['recency_days <= 30', 'revenue > 0'],
])('%s overlaps with %s', (first, second) => {
	expect(proofOf(first, second).pairs[0]).toMatchObject({ verdict: 'overlap', witness: { source: 'hypothetical' } });
});

test('what joins fields cannot always be proved, and the reason names it', () => {
	const { pairs } = proofOf('margin / revenue < 0.2 and revenue > 0', 'margin > revenue');
	expect(pairs[0]).toMatchObject({ verdict: 'unprovable', witness: null });
	expect(pairs[0]!.reason).toContain('The proof does not look into margin / revenue, margin beside revenue');
});

test('a number and its missing values cover everybody, and without the missing ones leave a customer out', () => {
	expect(proofOf('revenue < 10', 'revenue >= 10', 'revenue is null').coverage.verdict).toBe('complete');
	expect(proofOf('order_count = 0', 'order_count >= 1').coverage.verdict).toBe('complete');
	expect(proofOf('revenue < 10', 'revenue >= 10').coverage).toMatchObject({
		verdict: 'gap',
		witness: { values: [{ field: 'revenue', value: null }] },
	});
});

test('patterns that would hang a backtracking engine are compared at once', () => {
	const start = performance.now();
	const nasty = ["email matches '(a+)+$'", "email matches '^(a|a)*$'", "email matches '(x+x+)+y'"];
	const { pairs } = proofOf(...nasty, "email matches '^(a|b)*a(a|b){200}c'", "email matches '(a|b)*a(a|b){300}c$'");
	expect(pairs[0]).toMatchObject({ verdict: 'overlap' });
	expect(pairs.at(-1)!.verdict).toMatch(/overlap|unprovable/);
	expect(performance.now() - start).toBeLessThan(8000);
});

test('with data, customers and counts come from it; a made-up customer only where it has none', async () => {
	const { frame } = sampleFrame(3, 800);
	const rules = ['visits >= 3', 'visits < 3', 'visits > 1000 and tier = "zz"', 'spend is null'];
	const segments = rules.map((rule, index) => ({ id: `r${index}`, name: `R${index}`, rule }));
	const evaluator = new SegmentEvaluator(frame);
	const segmentation = { segments, remainder: 'Rest', mode: 'waterfall' as const, exclusions: [], customFields: [] };
	const desk = new OverlapDesk();
	const proof = await desk.prove({ frame, evaluator }, segmentation, silentJob());
	await desk.close();
	const { segments: results } = evaluator.evaluate(segmentation);
	expect(proof.rules.map(({ people }) => people)).toEqual(results.slice(0, -1).map((result) => result.matches));
	const verdicts = Object.fromEntries(
		proof.pairs.map(({ first, second, verdict, witness }) => [
			`${first} ${second}`,
			[verdict, witness?.source ?? null],
		]),
	);
	expect(verdicts).toEqual({
		'r0 r1': ['disjoint', null],
		'r0 r2': ['overlap', 'hypothetical'],
		'r0 r3': ['overlap', 'data'],
		'r1 r2': ['disjoint', null],
		'r1 r3': ['overlap', 'data'],
		'r2 r3': ['overlap', 'hypothetical'],
	});
	expect(proof.rules[2]).toMatchObject({ isEmpty: 'no', isDead: 'yes', coveredBy: ['r0'], people: 0 });
	expect(proof.coverage.people).toBe(results.at(-1)!.people);
	expect(proof.contested!.people).toBe(results.slice(0, -1).reduce((sum, result) => sum + result.lostToEarlier, 0));
	expect(frameProofFields(frame).find(({ name }) => name === 'spend')).toMatchObject({ scale: 2, isNullable: true });
});
