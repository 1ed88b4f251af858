import { parseArgs } from 'node:util';
import { randomOf } from '../support/dialects/randomDialect.ts';
import { compareDocument, type Comparison } from './compareDocument.ts';
import { compareImport } from './compareImport.ts';
import { randomDocument } from './randomDocument.ts';

/**
 * The long run of the differential fuzzer: `node build/run.mjs test/fuzz/fuzzScan.ts [--documents N] [--seed S] [--minutes M]`.
 * Document i is made from seed S + i, so that a difference is seen again with `--seed S+i --documents 1`. Every five hundredth document
 * goes the whole way through files. Ends with code 1 after the first ten differences.
 */
const { values } = parseArgs({
	options: {
		documents: { type: 'string', default: '1000000' },
		seed: { type: 'string', default: '1' },
		minutes: { type: 'string', default: 'Infinity' },
	},
});
const documents = Number(values.documents);
const firstSeed = Number(values.seed);
const deadlineMs = performance.now() + Number(values.minutes) * 60_000;
const WHOLE_WAY = 500;
const MAX_DIFFERENCES = 10;

/** A crash is a difference too. */
function crashless(compare: () => Comparison): Comparison {
	try {
		return compare();
	} catch (error) {
		const difference = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return { difference, isStrict: false, rows: 0, readAgain: 0 };
	}
}

let done = 0;
let strict = 0;
let rows = 0;
let readAgain = 0;
let whole = 0;
let differences = 0;
for (; done < documents && performance.now() < deadlineMs && differences < MAX_DIFFERENCES; done++) {
	const seed = firstSeed + done;
	const random = randomOf(seed);
	const document = randomDocument(random);
	const compared = crashless(() => compareDocument(document, random));
	strict += compared.isStrict ? 1 : 0;
	rows += compared.rows;
	readAgain += compared.readAgain;
	const isWhole = done % WHOLE_WAY === 0;
	whole += isWhole ? 1 : 0;
	const difference = compared.difference ?? (isWhole ? await compareImport(document, random) : null);
	if (difference !== null) {
		differences++;
		console.log(`Seed ${seed}: ${JSON.stringify(Buffer.from(document.bytes).toString('latin1'))}\n${difference}\n`);
	}
	if (done % 50_000 === 49_999) {
		console.error(`${(done + 1).toLocaleString('en')} documents`);
	}
}
console.log(
	`${done.toLocaleString('en')} documents, ${rows.toLocaleString('en')} rows; read to the end by csv-parse: ${strict.toLocaleString('en')}; whole imports: ${whole.toLocaleString('en')}; morsels read again: ${readAgain.toLocaleString('en')}; differences: ${differences}.`,
);
process.exitCode = differences > 0 ? 1 : 0;
