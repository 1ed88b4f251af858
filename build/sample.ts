/** `npm run sample -- --out DIR`: writes the exports of an invented retailer (docs/sample.md). */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateSample } from '../engine/sample/generateSample.ts';
import { EngineError } from '../shared/protocol/envelope.ts';

const HELP = `Writes the exports of an invented retailer as CSV, with known effects planted in them (docs/sample.md).

Usage: npm run sample -- --out DIR [--customers N] [--seed S]

  --out DIR        Folder for the files; made if missing, files of the same names are replaced
  --customers N    Number of customers, about eight order lines each (20000)
  --seed S         Whole number; the same seed gives the same files (1)
  --help           This text`;

process.exitCode = await main();

/** Exit codes as of the command line: 0 done, 1 fault, 2 bad input. */
async function main(): Promise<number> {
	try {
		const { values } = parseArgs({
			options: {
				out: { type: 'string' },
				customers: { type: 'string', default: '20000' },
				seed: { type: 'string', default: '1' },
				help: { type: 'boolean', default: false },
			},
		});
		if (values.help) {
			console.log(HELP);
			return 0;
		}
		if (!values.out) {
			throw new EngineError('data', 'Say with --out which folder the sample goes into.');
		}
		await write(resolve(values.out), wholeNumber(values.customers, '--customers'), wholeNumber(values.seed, '--seed'));
		return 0;
	} catch (error) {
		return report(error);
	}
}

async function write(dir: string, customers: number, seed: number): Promise<void> {
	const controller = new AbortController();
	process.once('SIGINT', () => controller.abort());
	const startedAtMs = performance.now();
	const summary = await generateSample({
		customers,
		seed,
		dir,
		signal: controller.signal,
		onProgress: ({ done, total, phase }) => showProgress(`${Math.floor((100 * done) / total!)} % ${phase}`),
	});
	showProgress('');
	const { orderCount, flaws: _flaws, ...files } = summary;
	for (const { path, rows } of Object.values(files)) {
		console.log(`${path}: ${rows} rows`);
	}
	const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
	console.log(`${customers} customers with ${orderCount} orders in ${seconds} s.`);
}

function wholeNumber(text: string, option: string): number {
	if (!/^-?\d+$/.test(text)) {
		throw new EngineError('data', `${option} is a whole number, not "${text}".`);
	}
	return Number(text);
}

/** One line on a terminal, rewritten in place; nothing in a log file. */
function showProgress(text: string): void {
	if (process.stderr.isTTY) {
		process.stderr.write(`\r\u001b[K${text}`);
	}
}

function report(error: unknown): number {
	showProgress('');
	if (error instanceof EngineError) {
		console.error(error.message);
		return error.code === 'cancelled' ? 1 : 2;
	}
	const { code, message } =
		error instanceof Error ? (error as NodeJS.ErrnoException) : { code: '', message: String(error) };
	if (code?.startsWith('ERR_PARSE_ARGS')) {
		console.error(`${message} See npm run sample -- --help.`);
		return 2;
	}
	console.error(`The sample could not be written: ${message}`);
	return code?.startsWith('E') && !code.startsWith('ERR') ? 2 : 1;
}
