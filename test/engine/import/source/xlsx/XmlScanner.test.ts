import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { attributeOf, XmlScanner } from '../../../../../engine/import/source/xlsx/XmlScanner.ts';

type Event = readonly string[];

/** Joins neighbouring pieces of text, which a scanner may cut as it likes. */
function joined(events: readonly Event[]): Event[] {
	const result: string[][] = [];
	for (const [kind = '', value = '', ...rest] of events) {
		const last = result.at(-1);
		if (kind === 'text' && last?.[0] === 'text') {
			last[1] += value;
		} else if (kind !== 'text' || value !== '') {
			result.push([kind, value, ...rest]);
		}
	}
	return result;
}

function scanned(xml: string, cuts: readonly number[]): Event[] {
	const events: Event[] = [];
	const scanner = new XmlScanner({
		open: (name, tag) => events.push(['open', name, attributeOf(tag, 'a') ?? '', attributeOf(tag, 'b') ?? '']),
		close: (name) => events.push(['close', name]),
		text: (text) => events.push(['text', text]),
	});
	const places = [0, ...[...new Set(cuts.map((cut) => cut % (xml.length + 1)))].sort((x, y) => x - y), xml.length];
	for (const [index, place] of places.entries()) {
		scanner.write(xml.slice(places[index - 1] ?? 0, place));
	}
	scanner.end();
	return joined(events);
}

/** saxes, a parser of the whole of XML, as the reference. */
function reference(xml: string): Event[] {
	const events: Event[] = [];
	const parser = new SaxesParser({});
	parser.on('error', (error) => {
		throw error;
	});
	const local = (name: string) => name.slice(name.indexOf(':') + 1);
	parser.on('opentag', ({ name, attributes }) =>
		events.push(['open', local(name), String(attributes['a'] ?? ''), String(attributes['b'] ?? '')]),
	);
	parser.on('closetag', ({ name }) => events.push(['close', local(name)]));
	parser.on('text', (text) => events.push(['text', text]));
	parser.on('cdata', (text) => events.push(['text', text]));
	parser.write(xml).close();
	return joined(events);
}

const text = fc.string({
	unit: fc.constantFrom('a', ' ', '>', '"', "'", '&amp;', '&#xE4;', '&#8364;', 'é', '😀', '/', '='),
});
const value = fc
	.string({ unit: fc.constantFrom('x', ' b=', '&lt;', '>', '/', '&quot;', '=') })
	.chain((content) => fc.constantFrom(`"${content}"`, `'${content}'`));
const { node } = fc.letrec<{ node: string }>((tie) => ({
	node: fc.oneof(
		{ depthSize: 'small' },
		text.filter((content) => !content.includes(']]>')),
		fc.constantFrom('<!-- a > b <c> -->', '<![CDATA[<raw> & ]] >]]>', '<?pi some="thing"?>'),
		fc
			.tuple(
				fc.constantFrom('c', 'x:row', 'v'),
				value,
				value,
				fc.constantFrom('', ' ', '\n'),
				fc.array(tie('node'), { maxLength: 4 }),
			)
			.map(([name, a, b, space, children]) =>
				children.length === 0 && space === ''
					? `<${name} a=${a} b=${b}/>`
					: `<${name} b=${b}${space || ' '}a=${a}${space}>${children.join('')}</${name}${space}>`,
			),
	),
}));

test('reads what a parser of the whole of XML reads, wherever the pieces are cut', () => {
	fc.assert(
		fc.property(node, fc.array(fc.nat(), { maxLength: 12 }), (content, cuts) => {
			const xml = `<?xml version="1.0"?><root>${content}</root>`;
			expect(scanned(xml, cuts)).toEqual(reference(xml));
		}),
		{ seed: 31, numRuns: 400 },
	);
});

test.each([
	'<a>',
	'<a></a></a>',
	'<a>&unknown;</a>',
	'<a',
	'<a>&#x110000;</a>',
	'<a><b c="></a>',
	'<!DOCTYPE a><a/>',
	'<a><<b/></a>',
])('refuses %s', (xml) => {
	expect(() => scanned(xml, [])).toThrow();
});
