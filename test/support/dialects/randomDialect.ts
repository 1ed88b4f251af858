import type { DialectSpec } from './DialectSpec.ts';

export type Random = () => number;

/** mulberry32: the same numbers from the same seed everywhere. */
export function randomOf(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let word = Math.imul(state ^ (state >>> 15), state | 1);
		word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
		return ((word ^ (word >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export function pick<T>(random: Random, choices: readonly T[]): T {
	return choices[Math.floor(random() * choices.length)]!;
}

/** A dialect whose parts go together: no mark is a delimiter that is left unquoted, and every sign exists in the encoding. */
export function randomDialect(random: Random): DialectSpec {
	const encoding = pick(random, ['utf-8', 'utf-8', 'utf-8-bom', 'windows-1252', 'utf-16le', 'utf-16be'] as const);
	const decimal = pick(random, ['.', '.', ','] as const);
	const groups =
		decimal === '.'
			? (['', '', ',', "'", ' ', '\u00a0', '\u2019'] as const)
			: (['', '.', '.', ' ', '\u00a0', '\u202f'] as const);
	const isNarrow = encoding === 'windows-1252';
	const group = pick(random, groups);
	const negative = pick(random, ['minus', 'minus', 'trailing', 'brackets', 'long minus'] as const);
	const header = pick(random, ['plain', 'plain', 'plain', 'duplicate', 'blank', 'none'] as const);
	const trailing = pick(random, ['none', 'none', 'none', 'rows', 'rows and header'] as const);
	const date = pick(random, [
		'iso',
		'dmy.',
		'dmy/',
		'dmy-',
		'mdy/',
		'ymd/',
		'short dmy.',
		'short mdy/',
		'english',
		'english short',
		'american',
		'german',
		'french',
		'compact',
		'excel',
		'midnight',
		'midnight offset',
	] as const);
	const moment = pick(random, ['iso', 'iso Z', 'offset', 'dmy', 'mdy am pm', 'seconds', 'milliseconds'] as const);
	// Without a header nothing says that numbers are dates.
	const isCounted = date === 'compact' || date === 'excel' || moment === 'seconds' || moment === 'milliseconds';
	const spec: DialectSpec = {
		quote: '"',
		delimiter: pick(random, [',', ',', ';', ';', '\t', '|', '^', '~', '\u0001', '\u001f']),
		newline: pick(random, ['\n', '\r\n', '\r\n', '\r'] as const),
		encoding,
		quotes: pick(random, ['needed', 'needed', 'all', 'texts'] as const),
		header: isCounted && header === 'none' ? 'plain' : header,
		before: pick(random, ['nothing', 'nothing', 'sep', 'title', 'titles with delimiters', 'comment'] as const),
		after: pick(random, ['nothing', 'nothing', 'total', 'note', 'blank lines', 'delimiters'] as const),
		trailing,
		hasBlankLines: random() < 0.15,
		number: {
			decimal,
			group: isNarrow && group === '\u202f' ? '\u00a0' : group,
			negative: isNarrow && negative === 'long minus' ? 'minus' : negative,
			unit: pick(random, ['', '', '€', '$', '£', 'EUR', 'CHF', 'USD']),
			isUnitBefore: random() < 0.5,
		},
		date,
		moment,
		yesNo: pick(random, [
			['true', 'false'],
			['Yes', 'No'],
			['y', 'n'],
			['ja', 'nein'],
			['J', 'N'],
			['oui', 'non'],
			['sí', 'no'],
			['VRAI', 'FAUX'],
			['WAHR', 'FALSCH'],
			['T', 'F'],
		] as const),
		noValue: pick(random, ['', '', 'NULL', 'N/A', '-', '#N/A', '\\N']),
	};
	// Drawn last, so that the other parts of a seed stay what they were.
	return spec.quotes !== 'needed' && random() < 0.3 ? { ...spec, quote: "'" } : spec;
}
