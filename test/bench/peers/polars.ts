import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pl from 'nodejs-polars';
import { peakRssMb, type Job, type JobInput } from '../JobRun.ts';

/**
 * Polars with two threads (POLARS_MAX_THREADS), as its users would turn a file into one that opens quickly: a Parquet file, without
 * compression as that is its fastest, written to the disk before the clock stops.
 */
export const jobs: Readonly<Record<string, Job>> = {
	import: (input) => convert(input, 'import', () => pl.scanCSV(input.orders, { parseDates: true })),
	'import-text': (input) => convert(input, 'import-text', () => pl.scanCSV(input.textOrders, { parseDates: true })),
	parquet: (input) => convert(input, 'parquet', () => pl.scanParquet(input.parquet)),
};

async function convert({ folder, orderCount }: JobInput, job: string, scan: () => ReturnType<typeof pl.scanCSV>) {
	const path = join(folder, `polars-${job}-${orderCount}.parquet`);
	rmSync(path, { force: true });
	const startedMs = performance.now();
	await scan().sinkParquet(path, { compression: 'uncompressed', syncOnClose: 'all' }).collect();
	const run = { ms: performance.now() - startedMs, peakRssMb: peakRssMb() };
	const sums = await pl.scanParquet(path).select(pl.len().alias('rows'), pl.col('revenue').sum()).collect();
	const [row] = sums.toRecords();
	return { ...run, check: `${Number(row?.['rows'])} rows, ${Number(row?.['revenue']).toFixed(2)}` };
}
