import { SESSION_META } from '#shared/protocol/browserHost.ts';

/** Header fields of every answer. CodeMirror adds style elements with the nonce, ECharts sets style attributes. */
export function securityHeaders(port: number, nonce: string): Readonly<Record<string, string>> {
	return {
		'content-security-policy': [
			"default-src 'none'",
			"script-src 'self'",
			`style-src 'self' 'nonce-${nonce}'`,
			"style-src-attr 'unsafe-inline'",
			"font-src 'self'",
			"img-src 'self' data: blob:",
			`connect-src 'self' ws://127.0.0.1:${port}`,
			"base-uri 'none'",
			"form-action 'none'",
			"frame-ancestors 'none'",
		].join('; '),
		'x-content-type-options': 'nosniff',
		'cross-origin-resource-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
		'referrer-policy': 'no-referrer',
		'cache-control': 'no-store',
	};
}

/** The page with what it learns from its host: the nonce for styles and, on the first visit, the session token. */
export function pageWithMeta(html: string, nonce: string, sessionToken: string | null): string {
	const session = sessionToken === null ? '' : `<meta name="${SESSION_META}" content="${sessionToken}">`;
	return html.replace(/<head>/i, `<head><meta name="csp-nonce" content="${nonce}">${session}`);
}
