import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { securityHeaders } from '#shared/protocol/securityHeaders.ts';
import { containedPath } from './containedPath.ts';
import { APP_HOST, APP_SCHEME } from './origin.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ttf': 'font/ttf',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
};

/** Must run before the app is ready. */
export function declareAppScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
	]);
}

/** Serves the built page under app://tranche/. */
export function servePage(root: string): void {
	protocol.handle(APP_SCHEME, (request) => respond(root, request.url, request.method));
}

/** Answers one request: files below `root`, read-only; 403 outside of it, 404 where there is none. */
export async function respond(root: string, url: string, method: string): Promise<Response> {
	const { host, pathname } = new URL(url);
	if (host !== APP_HOST) {
		return refusal(404, 'No such host');
	}
	if (method !== 'GET' && method !== 'HEAD') {
		return refusal(405, 'Only reading is possible');
	}
	const file = containedPath(root, pathname === '/' ? '/index.html' : pathname);
	if (file === null) {
		return refusal(403, 'Outside of the app');
	}
	try {
		return page(await readFile(file), extname(file));
	} catch {
		return refusal(404, 'No such file');
	}
}

function page(content: Buffer<ArrayBuffer>, extension: string): Response {
	const nonce = randomBytes(16).toString('base64');
	const body = extension === '.html' ? withStyleNonce(content.toString('utf8'), nonce) : content;
	return new Response(body, {
		headers: {
			'content-type': CONTENT_TYPES[extension] ?? 'application/octet-stream',
			...securityHeaders(nonce),
		},
	});
}

/** Tells the page the nonce of this answer: the code editor puts it on the style elements that it makes. */
function withStyleNonce(html: string, nonce: string): string {
	return html.replace('<head>', `<head>\n\t\t<meta name="csp-nonce" content="${nonce}" />`);
}

function refusal(status: number, message: string): Response {
	return new Response(message, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
