import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Progress } from '#shared/protocol/progress.ts';
import { throwIfCancelled } from '../job.ts';
import { CsvFileWriter } from './CsvFileWriter.ts';
import { flawCounts } from './sampleFlaws.ts';
import { SamplePopulation } from './SamplePopulation.ts';
import type { Tick } from './tick.ts';
import { costHeader, writeCosts } from './writeCosts.ts';
import { customerHeader, writeCustomers } from './writeCustomers.ts';
import { funnelHeader, writeFunnel } from './writeFunnel.ts';
import { orderHeader, writeOrders } from './writeOrders.ts';
import { recipientHeader, writeRecipients } from './writeRecipients.ts';
import { surveyHeader, writeSurveys } from './writeSurveys.ts';

export interface SampleOptions {
	/** 1 to 20 million; about eight order lines each. */
	readonly customers: number;
	/** A 32-bit integer. The same seed and size give the same bytes on every machine, at any time. */
	readonly seed: number;
	/** Made if missing. Files of the sample's names in it are replaced. */
	readonly dir: string;
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: Progress) => void;
}

export interface SampleFile {
	readonly path: string;
	/** Data rows, flawed ones included. */
	readonly rows: number;
}

export interface SampleSummary {
	readonly customers: SampleFile;
	readonly orders: SampleFile;
	readonly recipients: SampleFile;
	readonly funnel: SampleFile;
	readonly costs: SampleFile;
	readonly surveys: SampleFile;
	/** Orders of known customers. */
	readonly orderCount: number;
	readonly flaws: typeof flawCounts;
}

type SampleFileName = 'customers' | 'orders' | 'recipients' | 'funnel' | 'costs' | 'surveys';
type Writer = (writer: CsvFileWriter, population: SamplePopulation, seed: number, tick: Tick) => Promise<void>;

const MAX_CUSTOMERS = 20_000_000;

/** Rough shares of the time, for the progress bar. */
const phases: readonly { name: SampleFileName; header: readonly string[]; share: number; write: Writer }[] = [
	{ name: 'customers', header: customerHeader, share: 0.12, write: writeCustomers },
	{ name: 'orders', header: orderHeader, share: 0.6, write: writeOrders },
	{ name: 'recipients', header: recipientHeader, share: 0.2, write: writeRecipients },
	{ name: 'funnel', header: funnelHeader, share: 0.05, write: writeFunnel },
	{
		name: 'costs',
		header: costHeader,
		share: 0.01,
		write: (writer, population, _seed, tick) => writeCosts(writer, population, tick),
	},
	{ name: 'surveys', header: surveyHeader, share: 0.02, write: writeSurveys },
];

/**
 * Writes the exports of an invented retailer as CSV (UTF-8, comma, LF). Rows stream, memory is about 20 bytes per customer
 * plus one month of orders. When cancelled, the unfinished file is removed.
 * @throws EngineError `data` for a size or seed out of range, `cancelled` once the signal is aborted
 */
export async function generateSample(options: SampleOptions): Promise<SampleSummary> {
	const { customers, seed, dir } = options;
	if (!Number.isInteger(customers) || customers < 1 || customers > MAX_CUSTOMERS) {
		throw new EngineError('data', `A sample has 1 to ${MAX_CUSTOMERS} customers, not ${customers}.`);
	}
	if (!Number.isInteger(seed) || Math.abs(seed) >= 2 ** 31) {
		throw new EngineError('data', `The seed of a sample is a whole number below 2147483648, not ${seed}.`);
	}
	await mkdir(dir, { recursive: true });
	const population = new SamplePopulation(customers, seed);
	const files = new Map<SampleFileName, SampleFile>();
	let before = 0;
	for (const { name, header, share, write } of phases) {
		const tick = ticker(options, before, share);
		const writer = await CsvFileWriter.create(join(dir, `${name}.csv`), header);
		try {
			await write(writer, population, seed, tick);
		} catch (error) {
			await writer.abandon();
			await rm(writer.path, { force: true });
			throw error;
		}
		await writer.close();
		files.set(name, { path: writer.path, rows: writer.rows });
		before += share;
	}
	return { ...filesByName(files), orderCount: population.orderCount, flaws: flawCounts };
}

function ticker(options: SampleOptions, before: number, share: number): Tick {
	return async (phase, done) => {
		options.onProgress?.({ done: Math.round((before + share * done) * 1000), total: 1000, phase });
		await nextTurn();
		if (options.signal) {
			throwIfCancelled(options.signal);
		}
	};
}

function filesByName(files: ReadonlyMap<SampleFileName, SampleFile>): Record<SampleFileName, SampleFile> {
	const file = (name: SampleFileName): SampleFile => {
		const written = files.get(name);
		if (!written) {
			throw new Error(`The sample has no file ${name}`);
		}
		return written;
	};
	return {
		customers: file('customers'),
		orders: file('orders'),
		recipients: file('recipients'),
		funnel: file('funnel'),
		costs: file('costs'),
		surveys: file('surveys'),
	};
}
