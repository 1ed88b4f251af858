import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { previewImport } from '../../../engine/import/previewImport.ts';
import { generateSample } from '../../../engine/sample/generateSample.ts';
import { samplePlan } from '../../../engine/sample/samplePlan.ts';

test('whoever imports the files by hand is offered what the sample project uses, names and addresses aside', async () => {
	const dir = await mkdtemp(join(tmpdir(), 'tranche-sample-plan-'));
	try {
		const sample = await generateSample({ customers: 2_000, seed: 1, dir });
		for (const role of ['customers', 'orders', 'recipients'] as const) {
			const { plan, problems } = previewImport(sample[role].path, {});
			const attributes = plan.mapping.attributes.filter((name) => name !== 'name' && name !== 'email');
			expect(problems).toEqual([]);
			expect({ ...plan, mapping: { ...plan.mapping, attributes } }).toEqual(samplePlan(role, sample[role].path));
		}
	} finally {
		await rm(dir, { recursive: true });
	}
});
