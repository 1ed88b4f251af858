import type { SourceEncoding } from '#shared/model/tableSource.ts';

export type SingleByteEncoding = Exclude<
	SourceEncoding,
	'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-kr' | 'gb18030' | 'big5'
>;

/** How a language that is not plain ASCII is spelled. */
export interface Language {
	readonly name: string;
	readonly script: 'Latin' | 'Cyrillic' | 'Greek';
	/** Letters beyond ASCII, in lower and upper case. */
	readonly letters: ReadonlySet<string>;
	/** Of those, the ones that are seldom; they say less. */
	readonly rare: ReadonlySet<string>;
	/** Where letters may not stand: a match of letter and neighbours speaks against the language. */
	readonly never: RegExp | null;
}

/** Letters of many languages of Europe, which names from abroad bring into any text. */
export const borrowed = lettersOf('äöüßáéíóúçôâîýèêëàñï');

const western = [
	language('German', 'äöüß'),
	language('French', 'àâæçéèêëîïôœùûüÿ', '', /[ÿœæ]$/i),
	language('Spanish', 'áéíñóúü', '', /ñ(?![aeiouáéíóú])/i),
	language('Portuguese', 'ãáàâçéêíóôõúü', '', /õ(?!e)|ã(?![eoi]|$|s|[^\p{L}])/iu),
	language('Italian', 'àèéìíîòóù', '', /[ìòù](?=\p{L})/iu),
	language('Dutch', 'éèëïöüóá'),
	language('Catalan', 'àçéèíïòóúü'),
	language('Swedish', 'åäöé'),
	language('Danish', 'æøåéöä', '', /æ$|^ø$/i),
	language('Icelandic', 'áðéíóúýþæö', '', /\p{L}þ|(?<!\p{L})ð|(?<!\p{L})ý/iu),
	language('Estonian', 'õäöüšž'),
];
const central = [
	language('Polish', 'ąćęłńóśźż', '', /[ćńśź](?=[aeouyąęó])/i),
	language('Czech', 'áčďéěíňóřšťúůýž'),
	language('Slovak', 'áäčďéíĺľňóôŕšťúýž'),
	language('Hungarian', 'áéíóöőúüű', '', /(?<=[aeiouáéíóöőúüű])[őű]/i),
	language('Romanian', 'ăâîşţ'),
	language('Croatian or Slovenian', 'čćđšž'),
	language('German', 'äöüß'),
];
const cyrillic = [
	language(
		'Russian',
		'абвгдежзийклмнопрстуфхцчшщъыьэюяё',
		'фхцчшщъэюё',
		/(?<!\p{L})[ъыь]|(?<=[аеёиоуыэюяйьъ])[ьъ]|ъ(?![еёюя])/iu,
		'Cyrillic',
	),
	language('Ukrainian', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', 'фхцчшщюґ', null, 'Cyrillic'),
	language('Serbian', 'абвгдђежзијклљмнњопрстћуфхцчџш', 'фхцчшџ', null, 'Cyrillic'),
];
const greek = [
	language(
		'Greek',
		'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ',
		'',
		/ς(?=\p{L})|σ(?!\p{L})|(?<!\p{L})[ςΰΐ]|[ΰΐ](?!\p{L})/u,
		'Greek',
	),
];
const baltic = [
	language('Lithuanian', 'ąčęėįšųūž'),
	language('Latvian', 'āčēģīķļņšūž'),
	language('Estonian', 'õäöüšž'),
];
const turkish = [language('Turkish', 'çğıöşüâî')];

/** The encodings to choose from, each with what is written in it. A handicap of 0.1 wants one letter in twenty to read better. */
export const encodedLanguages: readonly {
	readonly encoding: SingleByteEncoding;
	readonly languages: readonly Language[];
	readonly handicap: number;
}[] = [
	{ encoding: 'windows-1252', languages: western, handicap: 0 },
	{ encoding: 'windows-1250', languages: central, handicap: 0.05 },
	{ encoding: 'iso-8859-2', languages: central, handicap: 0.07 },
	{ encoding: 'iso-8859-15', languages: western, handicap: 0.03 },
	{ encoding: 'windows-1254', languages: turkish, handicap: 0.04 },
	{ encoding: 'windows-1251', languages: cyrillic, handicap: 0.02 },
	{ encoding: 'windows-1253', languages: greek, handicap: 0.02 },
	{ encoding: 'iso-8859-7', languages: greek, handicap: 0.03 },
	{ encoding: 'windows-1257', languages: baltic, handicap: 0.1 },
	{ encoding: 'koi8-r', languages: cyrillic, handicap: 0.1 },
	{ encoding: 'ibm866', languages: cyrillic, handicap: 0.1 },
	{ encoding: 'iso-8859-5', languages: cyrillic, handicap: 0.12 },
	{ encoding: 'macintosh', languages: western, handicap: 0.15 },
];

function language(
	name: string,
	letters: string,
	rare = '',
	never: RegExp | null = null,
	script: Language['script'] = 'Latin',
): Language {
	return { name, script, letters: lettersOf(letters), rare: lettersOf(rare), never };
}

function lettersOf(letters: string): ReadonlySet<string> {
	// The capital of i without a dot is plain I, that of i is İ in Turkish.
	const upper = letters.replace('ß', '').toUpperCase();
	return new Set([...Array.from(letters), ...Array.from(upper), ...(letters.includes('ı') ? ['İ'] : [])]);
}
