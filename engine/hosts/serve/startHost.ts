import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WEB_SOCKET_PATH, WEB_SOCKET_PROTOCOL } from '#shared/protocol/browserHost.ts';
import { securityHeaders } from '#shared/protocol/securityHeaders.ts';
import { WebSocketServer, type WebSocket } from 'ws';
import { Access } from './Access.ts';
import { bridge } from './bridge.ts';
import { checkRequest } from './checkRequest.ts';
import { EngineChild } from './EngineChild.ts';
import { pageWithMeta } from './page.ts';
import { staticFile } from './staticFile.ts';

export interface HostOptions {
	/** 0 takes any free one. */
	readonly port: number;
	/** The built page. */
	readonly folder: string;
	/** Called when the last page has closed. */
	readonly onEmpty?: () => void;
}

export interface Host {
	readonly port: number;
	readonly engine: EngineChild;
	/** An address that opens Tranche once. */
	address(): string;
	close(): Promise<void>;
}

const MAX_MESSAGE_BYTES = 64 * 2 ** 20;
const HEADERS_WITHIN_MS = 5_000;

/**
 * Serves the page and its data on 127.0.0.1, to nobody but whoever has an address of `address()`. Rejects with Node's error
 * where the port is taken.
 */
export async function startHost({ port: wantedPort, folder, onEmpty }: HostOptions): Promise<Host> {
	const access = new Access();
	const engine = new EngineChild();
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload: MAX_MESSAGE_BYTES,
		perMessageDeflate: false,
		handleProtocols: () => WEB_SOCKET_PROTOCOL,
	});
	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			console.error(`A page could not be sent: ${error instanceof Error ? error.message : String(error)}`);
			response.destroy();
		});
	});
	server.headersTimeout = HEADERS_WITHIN_MS;
	server.on('upgrade', upgrade);
	const port = await listen(server, wantedPort);

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const nonce = randomBytes(16).toString('base64url');
		const send = (status: number, contentType: string, body: string | Buffer, more: Record<string, string> = {}) => {
			response.writeHead(status, {
				...securityHeaders(nonce, [`ws://127.0.0.1:${port}`]),
				'cache-control': 'no-store',
				'content-type': contentType,
				...more,
			});
			response.end(request.method === 'HEAD' ? undefined : body);
		};
		const refuse = (status: number, message: string) => send(status, 'text/plain; charset=utf-8', message);

		const refusal = checkRequest(request.method, request.headers, port);
		if (refusal) {
			refuse(refusal.status, refusal.message);
			return;
		}
		const url = new URL(`http://127.0.0.1${request.url?.startsWith('/') ? request.url : '/'}`);
		const isFirstVisit = url.pathname === '/' && access.redeem(url.searchParams.get('token') ?? '');
		if (!isFirstVisit && !access.hasCookie(request.headers.cookie, port)) {
			refuse(403, 'Open the address that Tranche printed when it was started. Each address works once.');
			return;
		}
		const file = await staticFile(folder, pathOf(request.url));
		if (file.status !== 200) {
			refuse(file.status, file.status === 403 ? 'This is outside of the app.' : 'There is no such file.');
			return;
		}
		const isPage = file.contentType.startsWith('text/html');
		const body = isPage
			? pageWithMeta(file.body.toString('utf8'), nonce, isFirstVisit ? access.sessionToken : null)
			: file.body;
		send(200, file.contentType, body, isFirstVisit ? { 'set-cookie': access.setCookieHeader(port) } : {});
	}

	function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		const [protocol, token] = (request.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/);
		const isAllowed =
			checkRequest(request.method, request.headers, port) === null &&
			request.headers.origin !== undefined &&
			pathOf(request.url) === WEB_SOCKET_PATH &&
			protocol === WEB_SOCKET_PROTOCOL &&
			access.hasSession(token);
		if (!isAllowed) {
			socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
			return;
		}
		sockets.handleUpgrade(request, socket, head, (page: WebSocket) => {
			bridge(page, engine);
			page.on('close', () => {
				if (![...sockets.clients].some((other) => other !== page)) {
					onEmpty?.();
				}
			});
		});
	}

	return {
		port,
		engine,
		address: () => `http://127.0.0.1:${port}/?token=${access.issue()}`,
		async close() {
			for (const page of sockets.clients) {
				page.terminate();
			}
			server.closeAllConnections();
			await Promise.all([new Promise((resolve) => server.close(resolve)), engine.stop()]);
		},
	};
}

/** The path as it was sent: parsing as a URL would resolve `..` before it can be refused. */
function pathOf(url: string | undefined): string {
	return (url ?? '/').split(/[?#]/, 1)[0] ?? '/';
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
			const address = server.address();
			resolve(typeof address === 'object' && address !== null ? address.port : port);
		});
	});
}
