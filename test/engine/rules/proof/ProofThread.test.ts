import { expect, onTestFinished, test } from 'vitest';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { proofProblems } from '#shared/rules/proof/proofProblems.ts';
import { createJob, silentJob } from '../../../../engine/job.ts';
import { SegmentEvaluator } from '../../../../engine/rules/SegmentEvaluator.ts';
import { OverlapDesk } from '../../../../engine/session/OverlapDesk.ts';
import { sampleFrame } from '../sampleFrame.ts';

/** The proof as sessions ask for it: on its own thread, with what the data shows counted beforehand. */
function deskOn(seed: number, length: number) {
	const { frame } = sampleFrame(seed, length);
	const desk = new OverlapDesk();
	onTestFinished(() => desk.close());
	return { desk, rules: { frame, evaluator: new SegmentEvaluator(frame) } };
}

function strict(...rules: readonly string[]): Segmentation {
	return {
		...emptySegmentation,
		mode: 'strict',
		segments: rules.map((rule, index) => ({ id: `s${index}`, name: `S${index}`, rule })),
	};
}

test('rules that nobody here matches together, but somebody could, are an error with that customer', async () => {
	const { desk, rules } = deskOn(21, 100);
	const draft = strict('visits >= 500 and city = "A"', "city starts with 'A' and visits > 1000");
	expect(rules.evaluator.evaluate(draft).problems).toEqual([]);
	const proof = await desk.prove(rules, draft, silentJob());
	expect(proofProblems(draft, proof)).toMatchObject([
		{
			severity: 'error',
			code: 'segments.overlap',
			message: expect.stringContaining("a customer with city = 'A', visits = 1001 would."),
			source: { segmentId: 's1', otherId: 's0' },
		},
	]);
});

test('what cannot be proved is a warning that says why', async () => {
	const { desk, rules } = deskOn(21, 100);
	const draft = strict('visits / wide < 0.2 and wide > 1000000000', 'visits > wide and wide > 1000000000');
	expect(proofProblems(draft, await desk.prove(rules, draft, silentJob()))).toMatchObject([
		{
			severity: 'warning',
			code: 'segments.unprovable',
			message: expect.stringContaining('does not look into visits / wide'),
		},
	]);
});

test('custom fields, references and exclusions are part of what is proved', async () => {
	const { desk, rules } = deskOn(21, 300);
	const draft: Segmentation = {
		...strict('is_big', "not segment('S0') and visits > 0", 'visits is null', 'tier = "A"'),
		customFields: [{ name: 'is_big', expression: 'visits >= 3' }],
		exclusions: [{ id: 'x', name: 'No visits', rule: 'visits < 1 or visits is null' }],
	};
	const proof = await desk.prove(rules, draft, silentJob());
	expect(proof.pairs.map(({ first, second, verdict }) => [first, second, verdict])).toEqual([
		['s0', 's1', 'disjoint'],
		['s0', 's2', 'disjoint'],
		['s0', 's3', 'overlap'],
		['s1', 's2', 'disjoint'],
		['s1', 's3', 'overlap'],
		['s2', 's3', 'disjoint'],
	]);
	expect(proof.rules.map(({ isEmpty, isDead, coveredBy }) => [isEmpty, isDead, coveredBy])).toEqual([
		['no', 'no', []],
		['no', 'no', []],
		['yes', 'no', []],
		['no', 'yes', ['s0', 's1']],
	]);
	expect(proof.coverage.verdict).toBe('complete');
});

test('a proof that is cancelled ends at once, and the next one is answered', async () => {
	const { desk, rules } = deskOn(21, 100);
	const many = strict(
		...Array.from({ length: 60 }, (_, index) => `city contains '${index}' or city matches '[${index % 10}x]{2}y'`),
	);
	const controller = new AbortController();
	const reports: (readonly [number, number | null])[] = [];
	const cancelled = desk.prove(
		rules,
		many,
		createJob(controller.signal, ({ done, total, phase }) => {
			if (phase === 'Proving pairs of rules') {
				reports.push([done, total]);
			}
		}),
	);
	setTimeout(() => controller.abort(), 450);
	const startMs = performance.now();
	await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
	expect(performance.now() - startMs).toBeLessThan(2500);
	// It had told how many of the 1,770 pairs were settled, and never fewer than before.
	expect(reports.length).toBeGreaterThan(0);
	expect(reports).toEqual(reports.toSorted(([left], [right]) => left - right));
	expect(reports.every(([done, total]) => done <= 1770 && total === 1770)).toBe(true);
	const proof = await desk.prove(rules, strict('visits > 1', 'visits <= 1'), silentJob());
	expect(proof.pairs).toMatchObject([{ verdict: 'disjoint' }]);
});

test('a text pattern is never a proof by itself where two patterns could both be found', async () => {
	const { desk, rules } = deskOn(21, 100);
	const pairs = [
		["city matches '(a|b)*c{3}x'", "city matches 'q{40}'"],
		["lower(city) matches 'ab+'", "upper(city) contains 'ZZ'"],
	];
	for (const [first, second] of pairs) {
		const { pairs: found } = await desk.prove(rules, strict(first!, second!), silentJob());
		expect(found[0]!.verdict).not.toBe('disjoint');
	}
});
