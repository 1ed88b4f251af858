import { pick, type Random } from '../support/dialects/randomDialect.ts';

export interface FuzzDocument {
	readonly bytes: Uint8Array;
	readonly delimiter: number;
	readonly newline: 10 | 13;
	readonly fieldCount: number;
}

const plain = [
	'',
	'a',
	'0',
	'-1',
	'7',
	'12.50',
	'123456789',
	'1234567890',
	'2024-02-29',
	'2023-02-29',
	'007',
	'xyz',
	' ',
	'é',
	'a longer text',
];
const nasty = [
	'"',
	'""',
	'"""',
	'"a',
	'a"',
	'a"b',
	'"a"b',
	'"a""b"',
	'"\n"',
	'"\r\n"',
	'"a\r',
	"'",
	'\r',
	'\u0000',
	'\ufeff',
	'" "',
	'"",""',
	'\\"',
];
/** Bytes that are no UTF-8: lone continuations and starts, an overlong form, a surrogate, bytes that never occur. */
const badBytes = ['\x80', '\xc3', '\xe2\x82', '\xc0\xaf', '\xed\xa0\x80', '\xff', '\xfe', '\xf0\x9f'];

/**
 * A document of a few records: mostly proper, with quotes, delimiters and line breaks where they hurt, then cut off or with bytes
 * put in, taken out or changed. Texts are latin1: a sign is a byte.
 */
export function randomDocument(random: Random): FuzzDocument {
	const delimiter = pick(random, [',', ',', ';', '\t', '|', '\u0001']);
	const newline = random() < 0.1 ? '\r' : pick(random, ['\n', '\n', '\r\n']);
	const fieldCount = 1 + Math.floor(random() * random() * 6);
	const isPlain = random() < 0.3;
	let text = '';
	for (let left = Math.floor(random() * random() * 24); left > 0; left--) {
		const fields = random() < 0.93 ? fieldCount : Math.floor(random() * 7);
		for (let field = 0; field < fields; field++) {
			text += (field === 0 ? '' : delimiter) + randomField(random, isPlain, delimiter, newline);
		}
		text += random() < 0.03 ? '\n\n' : random() < 0.04 ? '\r\n' : newline;
	}
	const mutations = isPlain || random() < 0.6 ? 0 : 1 + Math.floor(random() * 4);
	for (let done = 0; done < mutations; done++) {
		const at = Math.floor(random() * (text.length + 1));
		const sign = pick(random, ['"', delimiter, '\n', '\r', 'x', pick(random, badBytes)]);
		text = pick(random, [
			text.slice(0, at) + sign + text.slice(at),
			text.slice(0, at) + sign + text.slice(at + 1),
			text.slice(0, at) + text.slice(at + 1),
		]);
	}
	if (random() < 0.25) {
		text = text.slice(0, Math.floor(random() * text.length));
	}
	return {
		bytes: Buffer.from(text, 'latin1'),
		delimiter: delimiter.charCodeAt(0),
		// As the importer has it: CR only where there is no LF at all.
		newline: !text.includes('\n') && text.includes('\r') ? 13 : 10,
		fieldCount,
	};
}

function randomField(random: Random, isPlain: boolean, delimiter: string, newline: string): string {
	const kind = isPlain ? 0 : random();
	if (kind < 0.6) {
		return Buffer.from(pick(random, plain), 'utf8').toString('latin1');
	}
	if (kind < 0.85) {
		const inside = pick(random, [
			'',
			'a',
			'""',
			`a${delimiter}b`,
			newline,
			`x${newline}y`,
			`""${delimiter}""`,
			'\n',
			'\r\n',
			`é${newline}`,
		]);
		return `"${Buffer.from(inside, 'utf8').toString('latin1')}"`;
	}
	return kind < 0.97 ? Buffer.from(pick(random, nasty), 'utf8').toString('latin1') : pick(random, badBytes);
}
