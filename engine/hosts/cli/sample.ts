import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateSample } from '../../sample/generateSample.ts';
import type { Command } from './Command.ts';
import { showProgress } from './showProgress.ts';
import { UsageError } from './UsageError.ts';

const help = `Usage: tranche sample --out DIR [--customers N] [--seed S]

Writes the exports of an invented retailer as CSV, with known effects planted in them (docs/sample.md).

  --out DIR        folder for the files; made if missing, files of the same names are replaced
  --customers N    number of customers, about eight order lines each (20000)
  --seed S         whole number; the same seed gives the same files (1)
  -h, --help       this text`;

/** `tranche sample`: something to try everything on, at any size. */
export const sample: Command = {
	name: 'sample',
	summary: 'CSV files of an invented retailer to try things on',
	help,
	async run(args) {
		const { values } = parseArgs({
			args: [...args],
			options: {
				out: { type: 'string' },
				customers: { type: 'string', default: '20000' },
				seed: { type: 'string', default: '1' },
			},
		});
		if (values.out === undefined) {
			throw new UsageError('The folder for the sample is missing: give it with --out DIR.');
		}
		const controller = new AbortController();
		process.once('SIGINT', () => controller.abort());
		const progress = showProgress('Writing the sample');
		const {
			orderCount,
			flaws: _flaws,
			...files
		} = await generateSample({
			customers: wholeNumber(values.customers, '--customers'),
			seed: wholeNumber(values.seed, '--seed'),
			dir: resolve(values.out),
			signal: controller.signal,
			onProgress: ({ done, total }) => progress.update(done, total),
		}).finally(() => progress.end());
		for (const { path, rows } of Object.values(files)) {
			console.error(`${path}: ${rows.toLocaleString('en')} rows`);
		}
		console.error(`Done: ${orderCount.toLocaleString('en')} orders.`);
	},
};

function wholeNumber(text: string, option: string): number {
	if (!/^-?\d+$/.test(text)) {
		throw new UsageError(`${option} takes a whole number, not "${text}".`);
	}
	return Number(text);
}
