/** What a text looks like when it is no real value; null for all others. */
export type Suspicion = 'test' | 'placeholder' | null;

/** Domains kept for examples (RFC 2606, RFC 6761), for throw-away mail, and names that only work inside a company. */
const TEST_DOMAIN =
	/@(?:.*\.)?(?:example\.(?:com|org|net)|test\.[a-z]{2,}|mailinator\.com|yopmail\.com|guerrillamail\.com)$|@(?:.*\.)?[^@]*\.(?:test|example|invalid|localhost|local|internal|intern|lan|corp)$|@(?:localhost|test|example)$/;
const TEST_MAILBOX =
	/^(?:.*[._+-])?(?:test|tester|testing|testuser|dummy|fake|asdf|noreply|no-reply|donotreply)\d*(?:[._+-].*)?@/;
const TEST_NAME =
	/^(?:test|tester|testing|test ?(?:user|customer|account|kunde|client|cliente)|dummy|asdf\w*|qwert[yz]\w*|mickey mouse|john doe|jane doe|max mustermann|erika mustermann|jean dupont test)\d*$/;

const PLACEHOLDERS: ReadonlySet<string> = new Set([
	'-',
	'--',
	'---',
	'.',
	'..',
	'...',
	'?',
	'??',
	'???',
	'x',
	'xx',
	'xxx',
	'xxxx',
	'n/a',
	'n.a.',
	'na',
	'nan',
	'nil',
	'none',
	'null',
	'undefined',
	'unknown',
	'not set',
	'(not set)',
	'(blank)',
	'(none)',
	'tbd',
	'tba',
	'todo',
	'leer',
	'unbekannt',
	'keine angabe',
	'k.a.',
	'k. a.',
	'entfällt',
	'inconnu',
	'inconnue',
	'non renseigné',
	'néant',
	'desconocido',
	'sin datos',
	'ninguno',
	'9999',
	'99999',
	'999999',
	'0000',
	'00000',
	'1900-01-01',
	'01.01.1900',
	'9999-12-31',
	'31.12.9999',
]);

/**
 * Test customers: mailboxes of test names or test domains, and names that stand for nobody. Placeholders: words and signs that
 * people type where there is no value, in English, German, French and Spanish. Case and spaces around do not count.
 */
export function suspiciousText(text: string): Suspicion {
	if (text.length > 254) {
		return null;
	}
	const plain = text.trim().toLowerCase();
	if (plain.includes('@')) {
		return TEST_DOMAIN.test(plain) || TEST_MAILBOX.test(plain) ? 'test' : null;
	}
	if (PLACEHOLDERS.has(plain)) {
		return 'placeholder';
	}
	return TEST_NAME.test(plain) ? 'test' : null;
}
