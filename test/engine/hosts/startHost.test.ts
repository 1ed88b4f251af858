import { request } from 'node:http';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startHost } from '../../../engine/hosts/serve/startHost.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
}

/** A host over a small page. `get` sends the path exactly as written, with the headers of a browser unless others are given. */
async function host() {
	const root = temporaryFolder();
	const folder = join(root, 'renderer');
	mkdirSync(join(folder, 'assets'), { recursive: true });
	writeFileSync(join(root, 'secret.js'), 'secret');
	writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>T</title></head><body></body></html>');
	writeFileSync(join(folder, 'assets', 'app.js'), 'export {};');
	symlinkSync(join(root, 'secret.js'), join(folder, 'assets', 'link.js'));
	const running = await startHost({ port: 0, folder });
	onTestFinished(() => running.close());
	const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
		new Promise<Answer>((resolve, reject) => {
			request(
				{
					host: '127.0.0.1',
					port: running.port,
					path,
					method,
					headers: { host: `127.0.0.1:${running.port}`, 'sec-fetch-site': 'none', ...headers },
				},
				(response) => {
					let body = '';
					response.setEncoding('utf8');
					response.on('data', (chunk: string) => (body += chunk));
					response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
				},
			)
				.on('error', reject)
				.end();
		});
	const first = async () => {
		const { pathname, search } = new URL(running.address());
		return get(pathname + search);
	};
	const cookieOf = (answer: Answer) => String(answer.headers['set-cookie']).split(';', 1)[0]!;
	return { running, get, first, cookieOf };
}

test('the address opens the page once, with a nonce, a session token and a cookie for this port only', async () => {
	const { running, get } = await host();
	const { pathname, search } = new URL(running.address());
	const first = await get(pathname + search);
	const nonce = /<meta name="csp-nonce" content="([\w-]+)">/.exec(first.body)?.[1];
	expect(first.status).toBe(200);
	expect(first.body).toMatch(/<meta name="tranche-session" content="[\w-]{43}">/);
	expect(first.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
	expect(first.headers['content-security-policy']).toContain("default-src 'none'");
	expect(String(first.headers['set-cookie'])).toMatch(
		new RegExp(`^tranche-${running.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
	);
	expect((await get(pathname + search)).status).toBe(403);
});

test('after that the cookie opens the files, and the page no longer carries the session token', async () => {
	const { get, first, cookieOf } = await host();
	const cookie = cookieOf(await first());
	const page = await get('/', { cookie });
	const script = await get('/assets/app.js', { cookie, 'sec-fetch-site': 'same-origin' });
	expect([page.status, page.body.includes('tranche-session')]).toEqual([200, false]);
	expect([script.status, script.body, script.headers['content-type']]).toEqual([
		200,
		'export {};',
		'text/javascript; charset=utf-8',
	]);
	expect(script.headers).toMatchObject({
		'x-content-type-options': 'nosniff',
		'cross-origin-resource-policy': 'same-origin',
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer',
	});
});

test('without a token or with a wrong one nothing is shown', async () => {
	const { running, get } = await host();
	const statuses = [
		await get('/'),
		await get('/?token='),
		await get('/?token=guess'),
		await get('/assets/app.js'),
		await get('/', { cookie: `tranche-${running.port}=guess` }),
	].map(({ status }) => status);
	expect(statuses).toEqual([403, 403, 403, 403, 403]);
});

test('foreign hosts, origins and sites are refused even with the cookie', async () => {
	const { running, get, first, cookieOf } = await host();
	const cookie = cookieOf(await first());
	const statuses = [
		await get('/', { cookie, host: 'evil.example' }),
		await get('/', { cookie, host: `localhost:${running.port}` }),
		await get('/', { cookie, origin: 'https://evil.example' }),
		await get('/', { cookie, origin: `http://127.0.0.1:${running.port + 1}` }),
		await get('/', { cookie, 'sec-fetch-site': 'cross-site' }),
		await get('/', { cookie, 'sec-fetch-site': 'same-site' }),
		await get('/', { cookie, 'sec-purpose': 'prefetch;prerender' }),
		await get('/', { cookie }, 'POST'),
	].map(({ status }) => status);
	expect(statuses).toEqual([421, 421, 403, 403, 403, 403, 403, 405]);
});

test('a page fetched ahead of time does not use up the address', async () => {
	const { running, get } = await host();
	const { pathname, search } = new URL(running.address());
	expect((await get(pathname + search, { 'sec-purpose': 'prefetch' })).status).toBe(403);
	expect((await get(pathname + search)).status).toBe(200);
});

test('nothing outside of the page folder is served', async () => {
	const { get, first, cookieOf } = await host();
	const cookie = cookieOf(await first());
	const paths = {
		'/../secret.js': 403,
		'/assets/../../secret.js': 403,
		'/%2e%2e/secret.js': 403,
		'/..%2fsecret.js': 403,
		'/assets/..%5c..%5csecret.js': 403,
		'/assets/link.js': 403,
		'/%00.js': 403,
		'/%E0%A4%A.js': 403,
		'//etc/passwd': 404,
		'/missing.js': 404,
		'/assets': 404,
	};
	const found = await Promise.all(
		Object.keys(paths).map(async (path) => [path, (await get(path, { cookie })).status] as const),
	);
	expect(Object.fromEntries(found)).toEqual(paths);
});

test('a port that is taken is an error', async () => {
	const { running } = await host();
	await expect(startHost({ port: running.port, folder: temporaryFolder() })).rejects.toMatchObject({
		code: 'EADDRINUSE',
	});
});
