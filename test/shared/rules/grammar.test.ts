import { readFileSync } from 'node:fs';
import { buildParserFile } from '@lezer/generator';
import { expect, test } from 'vitest';

const folder = new URL('../../../shared/rules/', import.meta.url);

function committed(name: string): string {
	return readFileSync(new URL(name, folder), 'utf8');
}

test('the committed parser is what the grammar gives', () => {
	const { parser, terms } = buildParserFile(committed('rule.grammar'), { fileName: 'rule.grammar', typeScript: true });
	expect(committed('parser.ts')).toBe(parser);
	expect(committed('parser.terms.ts')).toBe(terms);
});
