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

interface FileFacts {
	readonly name: string;
	readonly header: readonly string[];
	/** Rough share of the whole time, for the progress bar. */
	readonly share: number;
	readonly write: (writer: CsvFileWriter, population: SamplePopulation, seed: number, tick: Tick) => Promise<void>;
}

const MAX_CUSTOMERS = 20_000_000;
const PROGRESS_TOTAL = 1000;

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
	let before = 0;

	async function write({ name, header, share, write: writeRows }: FileFacts): Promise<SampleFile> {
		const writer = await CsvFileWriter.create(join(dir, `${name}.csv`), header);
		const tick: Tick = async (phase, done) => {
			options.onProgress?.({
				done: Math.round((before + share * done) * PROGRESS_TOTAL),
				total: PROGRESS_TOTAL,
				phase,
			});
			await nextTurn();
			if (options.signal) {
				throwIfCancelled(options.signal);
			}
		};
		try {
			await writeRows(writer, population, seed, tick);
		} catch (error) {
			await writer.abandon();
			await rm(writer.path, { force: true });
			throw error;
		}
		await writer.close();
		before += share;
		return { path: writer.path, rows: writer.rows };
	}

	// The order matters: recipients and surveys depend on the orders, which the population notes while they are written.
	return {
		customers: await write({ name: 'customers', header: customerHeader, share: 0.1, write: writeCustomers }),
		orders: await write({ name: 'orders', header: orderHeader, share: 0.6, write: writeOrders }),
		recipients: await write({ name: 'recipients', header: recipientHeader, share: 0.22, write: writeRecipients }),
		funnel: await write({ name: 'funnel', header: funnelHeader, share: 0.05, write: writeFunnel }),
		costs: await write({ name: 'costs', header: costHeader, share: 0.01, write: writeCosts }),
		surveys: await write({ name: 'surveys', header: surveyHeader, share: 0.02, write: writeSurveys }),
		orderCount: population.orderCount,
		flaws: flawCounts,
	};
}
