import type { IncomingHttpHeaders } from 'node:http';

export interface Refusal {
	readonly status: 403 | 405 | 421;
	readonly message: string;
}

/**
 * Whether a request can come from a page of this host at all; null when it can. A foreign Host header is how DNS rebinding
 * shows, a foreign Origin or Sec-Fetch-Site how another site's page does.
 */
export function checkRequest(method: string | undefined, headers: IncomingHttpHeaders, port: number): Refusal | null {
	const host = `127.0.0.1:${port}`;
	if (headers.host !== host) {
		return { status: 421, message: `This is ${host}.` };
	}
	if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
		return { status: 403, message: 'Requests of other sites are refused.' };
	}
	const site = headers['sec-fetch-site'];
	if (site !== undefined && site !== 'same-origin' && site !== 'none') {
		return { status: 403, message: 'Requests of other sites are refused.' };
	}
	if (headers['sec-purpose'] !== undefined || headers['purpose'] !== undefined) {
		return { status: 403, message: 'This page is not fetched ahead of time, since its address works once.' };
	}
	if (method !== 'GET' && method !== 'HEAD') {
		return { status: 405, message: 'Only GET is answered.' };
	}
	return null;
}
