import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJob } from '../../../engine/job.ts';
import { createSampleProject } from '../../../engine/sample/createSampleProject.ts';
import { generateSample } from '../../../engine/sample/generateSample.ts';
import { SAMPLE_AS_OF } from '../../../engine/sample/sampleCalendar.ts';
import { flawCounts } from '../../../engine/sample/sampleFlaws.ts';
import { sampleSegmentation } from '../../../engine/sample/sampleSegmentation.ts';
import { Session } from '../../../engine/session/Session.ts';
import { SampleDatabase } from './sampleDatabase.ts';

const CUSTOMERS = 3_000;
let dir: string;
let session: Session;

beforeAll(async () => {
	dir = await mkdtemp(join(tmpdir(), 'tranche-sample-project-'));
	const path = join(dir, 'Sample.tranche');
	await createSampleProject({ path, customers: CUSTOMERS, seed: 12 });
	session = await Session.open(path);
}, 60_000);

afterAll(async () => {
	await session?.close();
	await rm(dir, { recursive: true, force: true });
});

test('the project is complete: three tables, segments, one saved version, marked as the sample', () => {
	const { name, isSample, asOf, customers, tables, segmentation, versions, hasUnsavedVersion } = session.state;
	expect({ name, isSample, asOf, customers, segmentation, versions: versions.length, hasUnsavedVersion }).toEqual({
		name: 'Sample',
		isSample: true,
		asOf: SAMPLE_AS_OF,
		customers: CUSTOMERS,
		segmentation: sampleSegmentation,
		versions: 1,
		hasUnsavedVersion: false,
	});
	expect(tables.map(({ role }) => role)).toEqual(['customers', 'orders', 'recipients']);
});

test('the planted flaws are quarantined or counted, and nothing else is', () => {
	const rows = session.state.tables.map(({ role, rowsRead, rowsLoaded, rowsQuarantined, rowsUnmatched }) => {
		expect(rowsRead).toBe(rowsLoaded + rowsQuarantined);
		return { role, rowsQuarantined, rowsUnmatched };
	});
	const { malformedLines, unreadableDates, unknownCustomerLines } = flawCounts.orders;
	expect(rows.slice(1)).toEqual([
		{ role: 'orders', rowsQuarantined: malformedLines + unreadableDates, rowsUnmatched: unknownCustomerLines },
		{
			role: 'recipients',
			rowsQuarantined: flawCounts.recipients.malformedLines,
			rowsUnmatched: flawCounts.recipients.unknownCustomerLines,
		},
	]);
});

test('every rule of the sample is read without a problem, and each segment has the people that SQL finds', async () => {
	const { segments, problems } = await session.segments.evaluate(sampleSegmentation, session.state.settings);
	expect(problems).toEqual([]);
	const sample = await generateSample({ customers: CUSTOMERS, seed: 12, dir: join(dir, 'again') });
	const database = await SampleDatabase.load(sample);
	await database.addFacts();
	const found = await database.numbersByKey('select segment as key, count(*) people from facts group by all');
	database.close();
	expect(Object.fromEntries(segments.map(({ id, people }) => [id, people]))).toEqual(
		Object.fromEntries([...found].map(([id, { people }]) => [id, people])),
	);
});

test('an existing file is never replaced', async () => {
	const path = join(dir, 'taken.tranche');
	await writeFile(path, 'mine');
	await expect(createSampleProject({ path })).rejects.toMatchObject({ code: 'conflict' });
});

test('a cancelled run leaves no project behind', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'tranche-sample-project-'));
	const controller = new AbortController();
	const job = createJob(controller.signal, () => controller.abort());
	const running = createSampleProject({ path: join(folder, 'Sample.tranche'), customers: 500, job });
	await expect(running).rejects.toMatchObject({ code: 'cancelled' });
	expect((await readdir(folder)).filter((name) => name.includes('tranche'))).toEqual([]);
	await rm(folder, { recursive: true });
});
