import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../electron/contentSecurityPolicy.ts';

const directives = new Map(
	contentSecurityPolicy('n0nce')
		.split('; ')
		.map((directive) => {
			const [name = '', ...sources] = directive.split(' ');
			return [name, sources];
		}),
);

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
