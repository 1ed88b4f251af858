/** What a number means under a number format. `padded` are numbers shown with leading zeros, which are keys. */
export type NumberFormat =
	| { readonly kind: 'number' | 'date' | 'timestamp' | 'time' | 'elapsed' }
	| { readonly kind: 'padded'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'number' };

/** Number formats that workbooks use without writing them down (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are dates of East Asian systems). */
const builtIn: readonly (readonly [from: number, to: number, kind: 'date' | 'timestamp' | 'time' | 'elapsed'])[] = [
	[14, 17, 'date'],
	[18, 21, 'time'],
	[22, 22, 'timestamp'],
	[27, 31, 'date'],
	[32, 35, 'time'],
	[36, 36, 'date'],
	[45, 45, 'time'],
	[46, 46, 'elapsed'],
	[47, 47, 'time'],
	[50, 58, 'date'],
];

export function builtInFormat(id: number): NumberFormat {
	const range = builtIn.find(([from, to]) => id >= from && id <= to);
	return range ? { kind: range[2] } : PLAIN;
}

/**
 * The meaning of a format code as it stands in the file, where it is always in English whatever the language of Excel. Only the
 * section for positive numbers counts. Literal text, colours, conditions and locales are no part of it.
 */
export function readFormat(code: string): NumberFormat {
	const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '');
	const [section = ''] = bare.split(';');
	if (/\[(?:h+|m+|s+)\]/i.test(section)) {
		return { kind: 'elapsed' };
	}
	const letters = section.replaceAll(/\[[^\]]*\]/g, '').toLowerCase();
	if (/^0{2,}$/.test(letters)) {
		return { kind: 'padded', digits: letters.length };
	}
	if (/general|[#0?]e[+-]/.test(letters)) {
		return PLAIN;
	}
	const hasTime = /[hs]/.test(letters);
	const hasDay = /[yd]/.test(letters) || (letters.includes('m') && !hasTime);
	if (hasDay) {
		return { kind: hasTime ? 'timestamp' : 'date' };
	}
	return hasTime ? { kind: 'time' } : PLAIN;
}
