import { SESSION_META } from '#shared/protocol/browserHost.ts';

/** The page with what it learns from its host: the nonce for styles and, on the first visit, the session token. */
export function pageWithMeta(html: string, nonce: string, sessionToken: string | null): string {
	const session = sessionToken === null ? '' : `<meta name="${SESSION_META}" content="${sessionToken}">`;
	return html.replace(/<head>/i, `<head><meta name="csp-nonce" content="${nonce}">${session}`);
}
