import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, statSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { previewSource } from '../../../engine/import/previewSource.ts';
import { createJob } from '../../../engine/job.ts';
import { RandomStream } from '../../../engine/stats/RandomStream.ts';
import { Session } from '../../../engine/session/Session.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { contentOf, ORDERS_HEADER, ordersText, projectWithCustomers, startImport } from './projectFixture.ts';

const untouched = { tables: ['customers 3'], history: ['Import customers'], rows: [3], faults: [] };
// Processes are started and the disk is waited for: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000 });

const ORDER_ROWS = 250_000;

function ordersFile(folder: string): string {
	const path = join(folder, 'orders.csv');
	writeFileSync(path, ORDERS_HEADER + ordersText(ORDER_ROWS));
	return path;
}

/** Imports in this process and does something to the file as soon as the first rows are read. */
async function importWhile(folder: string, disturb: (path: string) => void): Promise<unknown> {
	const project = await projectWithCustomers(folder);
	const path = ordersFile(folder);
	const session = await Session.open(project);
	const { plan } = await previewSource(path, { role: 'orders' });
	let isDisturbed = false;
	const job = createJob(new AbortController().signal, ({ done }) => {
		if (!isDisturbed && done > 0) {
			isDisturbed = true;
			disturb(path);
		}
	});
	const error: unknown = await session.importTable(plan, null, job).then(
		() => null,
		(failure: unknown) => failure,
	);
	await session.close();
	expect([isDisturbed, await contentOf(project)]).toEqual([true, untouched]);
	return error;
}

test.each([
	['is added to', (path: string) => appendFileSync(path, '1,1,2026-01-01,1.00,x\n'), /was changed while it was read/],
	['is cut short', (path: string) => truncateSync(path, 1000), /was changed while it was read/],
	[
		'is replaced by another',
		(path: string) => {
			writeFileSync(`${path}.new`, 'a,b\n1,2\n');
			renameSync(`${path}.new`, path);
		},
		/was changed while it was read/,
	],
	['goes away', (path: string) => unlinkSync(path), /There is no file|changed|was moved/],
])('a file that %s while it is read is refused, and the project is as it was', async (_what, disturb, sentence) => {
	const error = await importWhile(temporaryFolder(), disturb);
	expect(error).toMatchObject({ code: 'data', message: expect.stringMatching(sentence) });
});

test('a disk that takes no more is said in a sentence, and the project is as it was', async () => {
	const folder = temporaryFolder();
	const project = await projectWithCustomers(folder);
	const limitKibibytes = Math.ceil(statSync(project).size / 1024) + 2048;
	const outcome = await startImport(project, ordersFile(folder), { limitKibibytes }).outcome;
	expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringMatching(/disk/) });
	expect(await contentOf(project)).toEqual(untouched);
});

test('a full disk is said in a sentence, and the project is as it was', async ({ skip }) => {
	const folder = temporaryFolder();
	const disk = join(folder, 'disk');
	mkdirSync(disk);
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk], { stdio: 'ignore' });
	} catch {
		skip('Only a superuser can make a small disk.');
	}
	onTestFinished(() => {
		execFileSync('umount', [disk]);
	});
	const project = await projectWithCustomers(disk);
	const outcome = await startImport(project, ordersFile(folder)).outcome;
	expect(outcome).toMatchObject({
		kind: 'refused',
		message: expect.stringMatching(/no space left on the disk.*The project is as it was before/),
	});
	expect(await contentOf(project)).toEqual(untouched);
});

test('killed at any moment, a project opens again with all of an import or nothing of it', async () => {
	const folder = temporaryFolder();
	const path = ordersFile(folder);
	const random = new RandomStream(20261122);
	const imported = { ...untouched, tables: [...untouched.tables, `orders ${ORDER_ROWS}`] };
	for (let kill = 0; kill < 5; kill++) {
		const own = join(folder, String(kill));
		mkdirSync(own);
		const project = await projectWithCustomers(own);
		const { child, hasBegun, outcome } = startImport(project, path);
		expect(await hasBegun).toBe(true);
		await new Promise((resolve) => setTimeout(resolve, random.unit() * 1500));
		child.kill('SIGKILL');
		const isDone = (await outcome) !== null;
		const { tables, faults } = await contentOf(project);
		expect(faults).toEqual([]);
		expect([untouched.tables, imported.tables]).toContainEqual(tables);
		expect(isDone && tables.length === 1).toBe(false);
	}
});
