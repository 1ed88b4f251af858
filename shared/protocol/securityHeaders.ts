/**
 * Header fields of every answer that carries a part of the page, in both hosts. Scripts and styles come from the app's own
 * files; the editor's style elements carry the nonce; chart tooltips need style attributes. There is no connection to
 * anywhere but the page's own host and what `connections` names.
 */
export function securityHeaders(nonce: string, connections: readonly string[] = []): Readonly<Record<string, string>> {
	return {
		'content-security-policy': [
			"default-src 'none'",
			"script-src 'self'",
			`style-src 'self' 'nonce-${nonce}'`,
			"style-src-attr 'unsafe-inline'",
			"font-src 'self'",
			"img-src 'self' data: blob:",
			["connect-src 'self'", ...connections].join(' '),
			"worker-src 'self'",
			"base-uri 'none'",
			"form-action 'none'",
			"frame-ancestors 'none'",
		].join('; '),
		'x-content-type-options': 'nosniff',
		'cross-origin-resource-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
		'referrer-policy': 'no-referrer',
	};
}
