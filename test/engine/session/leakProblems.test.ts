import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultSettings } from '#shared/model/settings.ts';
import { previewImport } from '../../../engine/import/previewImport.ts';
import { Session } from '../../../engine/session/Session.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { segmentationOf } from '../analysis/analyzeRows.ts';

const AS_OF = '2026-04-01';
const valuable = segmentationOf({ big: 'average_order_value >= 100 and recency_days <= 60', small: 'revenue > 0' });

/** 100 customers who order for 500 and 300 who order for 20; of the large ones `quiet` do not order again, of the small ones each orders for more. */
async function clientWith(quiet: number) {
	const folder = temporaryFolder();
	const session = await Session.create(join(folder, 'client.tranche'));
	onTestFinished(() => session.close());
	const rows = Array.from({ length: 400 }, (_, customer) => [
		`${customer},2025-12-02,${customer < 100 ? 500 : 20}`,
		...(customer < quiet ? [] : [`${customer},2026-03-22,${customer < 100 ? 500 : 150}`]),
	]).flat();
	const path = join(folder, 'orders.csv');
	writeFileSync(path, `customer_id,order_date,revenue\n${rows.join('\n')}\n`);
	await session.importTable(previewImport(path, { role: 'orders' }).plan, null);
	return session;
}

test('a segment of high value that lost members while the total holds is among the problems, with its rule', async () => {
	const settings = { ...defaultSettings, asOf: AS_OF };
	const leaksOf = async (session: Session) => {
		const { problems } = await session.segments.review(valuable, settings, false);
		return problems.filter(({ code }) => code === 'segments.leak');
	};
	const leaks = await leaksOf(await clientWith(60));
	expect(leaks).toMatchObject([{ severity: 'warning', source: { kind: 'segment', segmentId: 'big', from: 0 } }]);
	expect(leaks[0]!.message).toContain('In 90 days, “BIG” lost 60 members of 100');
	expect(await leaksOf(await clientWith(0))).toEqual([]);
});

test('data without a past to compare with has no such problem and is reviewed all the same', async () => {
	const session = await clientWith(60);
	const { problems } = await session.segments.review(valuable, { ...defaultSettings, asOf: '2025-12-20' }, false);
	expect(problems.map(({ code }) => code)).not.toContain('segments.leak');
	expect(problems.length).toBeGreaterThan(0);
});
