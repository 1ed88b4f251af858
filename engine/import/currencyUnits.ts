/** Signs and national abbreviations; three-letter codes come from the runtime's own list. */
const signs = [
	'€',
	'$',
	'£',
	'¥',
	'₹',
	'₽',
	'₩',
	'₺',
	'₫',
	'₪',
	'฿',
	'₴',
	'₦',
	'₱',
	'₡',
	'₲',
	'₸',
	'₵',
	'%',
	'US$',
	'A$',
	'AU$',
	'C$',
	'CA$',
	'NZ$',
	'HK$',
	'S$',
	'R$',
	'MX$',
	'zł',
	'kr',
	'kr.',
	'Kč',
	'Ft',
	'lei',
	'Fr.',
	'SFr.',
	'Rs',
	'Rs.',
] as const;
const codes = new Set(Intl.supportedValuesOf('currency'));
const longestFirst = [...signs].sort((a, b) => b.length - a.length);

/** The currency sign or code, or %, at either end of a text that holds a number, as it is written there; null without one. */
export function unitOf(text: string): string | null {
	if (!/\d/.test(text) || /^[\d.,\s'-]+$/.test(text)) {
		return null;
	}
	const bare = text.replace(/^[(+\-\s]+|[)\-\s]+$/g, '');
	for (const sign of longestFirst) {
		if ((bare.startsWith(sign) || bare.endsWith(sign)) && isNumeric(withoutOnce(bare, sign))) {
			return sign;
		}
	}
	const code = /^[A-Z]{3}(?=[\s\d])|(?<=[\s\d])[A-Z]{3}$/.exec(bare)?.[0];
	return code !== undefined && codes.has(code) && isNumeric(withoutOnce(bare, code)) ? code : null;
}

function isNumeric(text: string): boolean {
	return /^[\d\s.,'()+-]+$/.test(text);
}

function withoutOnce(text: string, sign: string): string {
	return text.startsWith(sign) ? text.slice(sign.length) : text.slice(0, -sign.length);
}
