/**
 * Writes shared/rules/parser.ts and parser.terms.ts from shared/rules/rule.grammar. With --check it writes nothing and
 * exits with 1 when the committed files are not what the grammar gives.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { buildParserFile } from '@lezer/generator';

const folder = new URL('../shared/rules/', import.meta.url);
const grammar = new URL('rule.grammar', folder);
const { parser, terms } = buildParserFile(readFileSync(grammar, 'utf8'), {
	fileName: 'rule.grammar',
	typeScript: true,
});
const files = [
	{ url: new URL('parser.ts', folder), text: parser },
	{ url: new URL('parser.terms.ts', folder), text: terms },
];

if (process.argv.includes('--check')) {
	const stale = files.filter(({ url, text }) => readFileSync(url, 'utf8') !== text);
	for (const { url } of stale) {
		console.error(`${url.pathname.slice(folder.pathname.length)} is out of date: run node build/grammar.ts`);
	}
	process.exitCode = stale.length > 0 ? 1 : 0;
} else {
	for (const { url, text } of files) {
		writeFileSync(url, text);
	}
}
