import { expect, test } from 'vitest';
import { securityHeaders } from '#shared/protocol/securityHeaders.ts';

function directivesOf(headers: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
	return new Map(
		(headers['content-security-policy'] ?? '').split('; ').map((directive) => {
			const [name = '', ...sources] = directive.split(' ');
			return [name, sources];
		}),
	);
}

const directives = directivesOf(securityHeaders('n0nce'));

test('nothing is allowed unless it is named, and nothing named lies outside of the app', () => {
	expect(directives.get('default-src')).toEqual(["'none'"]);
	const outside = [...directives.values()]
		.flat()
		.filter((source) => !["'self'", "'none'", "'unsafe-inline'", "'nonce-n0nce'", 'data:', 'blob:'].includes(source));
	expect(outside).toEqual([]);
});

test('scripts come from files alone; style elements need the nonce', () => {
	expect(directives.get('script-src')).toEqual(["'self'"]);
	expect(directives.get('style-src')).toEqual(["'self'", "'nonce-n0nce'"]);
	expect(directives.get('connect-src')).toEqual(["'self'"]);
	for (const name of ['base-uri', 'form-action', 'frame-ancestors']) {
		expect(directives.get(name)).toEqual(["'none'"]);
	}
});

test('a connection is allowed only where the host names it', () => {
	const named = directivesOf(securityHeaders('n0nce', ['ws://127.0.0.1:4000']));
	expect(named.get('connect-src')).toEqual(["'self'", 'ws://127.0.0.1:4000']);
	expect([...named].filter(([name]) => name !== 'connect-src')).toEqual(
		[...directives].filter(([name]) => name !== 'connect-src'),
	);
});
