const LONG_NUMBER = /\d{16}/;

/** The value of a JSON text; whole numbers that a double cannot hold stay the text they are. Throws a SyntaxError. */
export function parseJson(text: string): unknown {
	return LONG_NUMBER.test(text) ? (JSON.parse(text, keepDigits) as unknown) : (JSON.parse(text) as unknown);
}

/** `context.source` is the number as it stands in the text (ECMAScript proposal JSON.parse source text access). */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
	const isInexact = typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
	return isInexact && /^-?\d+$/.test(context?.source ?? '') ? context?.source : value;
}
