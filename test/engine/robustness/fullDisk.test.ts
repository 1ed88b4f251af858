import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test, type TestContext, vi } from 'vitest';
import { exportTable } from '../../../engine/export/table/exportTable.ts';
import { writeAudit } from '../../../engine/export/writeAudit.ts';
import { previewSource } from '../../../engine/import/previewSource.ts';
import { setScratchRoot } from '../../../engine/import/source/ScratchFolder.ts';
import { silentJob } from '../../../engine/job.ts';
import { Session } from '../../../engine/session/Session.ts';
import { ProjectStore } from '../../../engine/store/ProjectStore.ts';
import { emptySegmentation } from '../../../shared/model/segmentation.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { contentOf, ORDERS_HEADER, ordersText, projectWithCustomers } from './projectFixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const ROWS = 60_000;

/** A disk of a megabyte, and a project on another one. */
async function smallDisk({ skip }: TestContext) {
	const folder = temporaryFolder();
	const disk = join(folder, 'disk');
	mkdirSync(disk);
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
	} catch {
		skip('Only a superuser can make a small disk.');
	}
	onTestFinished(() => {
		execFileSync('umount', [disk]);
	});
	return { folder, disk, project: await projectWithCustomers(folder) };
}

test('a full disk ends an export with a sentence, and no file is left of it', async (context) => {
	const { folder, disk, project } = await smallDisk(context);
	const path = join(folder, 'orders.csv');
	writeFileSync(path, ORDERS_HEADER + ordersText(ROWS));
	const session = await Session.open(project);
	onTestFinished(() => session.close());
	const { id } = await session.importTable((await previewSource(path, { role: 'orders' })).plan, null);
	for (const format of ['csv', 'xlsx', 'arrow', 'sqlite'] as const) {
		const order = { format, path: join(disk, `orders.${format}`), where: null, columns: null, mayReplace: false };
		const exported = exportTable({ ...order, source: session.rows.all(id), job: silentJob() });
		await expect(exported, format).rejects.toMatchObject({
			code: 'data',
			message: expect.stringMatching(/The disk is full/),
		});
		expect(readdirSync(disk)).toEqual([]);
	}
});

test('a full disk ends an audit with a sentence, and no file is left of it', async (context) => {
	const { folder, disk, project } = await smallDisk(context);
	const path = join(folder, 'orders.csv');
	const rows = Array.from({ length: ROWS }, (_, row) => `customer with a rather long name ${row},2026-01-05,1.00\n`);
	writeFileSync(path, `customer_id,order_date,revenue\n${rows.join('')}`);
	const session = await Session.open(project);
	onTestFinished(() => session.close());
	await session.removeTable(session.state.tables[0]!.id);
	await session.importTable((await previewSource(path, { role: 'orders' })).plan, null);
	const order = { session, segmentation: emptySegmentation, dir: disk, mayReplace: false, job: silentJob() };
	await expect(writeAudit(order)).rejects.toMatchObject({
		code: 'data',
		message: expect.stringMatching(/The disk is full, so .*assignments\.csv was not written/),
	});
	expect(readdirSync(disk)).toEqual([]);
});

test('a full disk ends the unpacking of a file with a sentence, and the project is as it was', async (context) => {
	const { folder, disk, project } = await smallDisk(context);
	const path = join(folder, 'orders.csv.gz');
	writeFileSync(path, gzipSync(ORDERS_HEADER + ordersText(ROWS)));
	const session = await Session.open(project);
	const { plan } = await previewSource(path, { role: 'orders' });
	setScratchRoot(disk);
	onTestFinished(() => setScratchRoot(join(folder, 'scratch')));
	await expect(session.importTable(plan, null)).rejects.toMatchObject({
		code: 'data',
		message: expect.stringMatching(/disk/),
	});
	await session.close();
	setScratchRoot(join(folder, 'scratch'));
	expect([readdirSync(disk), (await contentOf(project)).tables]).toEqual([[], ['customers 3']]);
});

test('a full disk ends the making of a project with a sentence, and no file is left of it', async (context) => {
	const { disk } = await smallDisk(context);
	const filler = join(disk, 'other.bin');
	writeFileSync(filler, new Uint8Array(900_000));
	expect(() => ProjectStore.create(join(disk, 'new.tranche'))).toThrow(/no space left on the disk/);
	expect(readdirSync(disk)).toEqual(['other.bin']);
});
