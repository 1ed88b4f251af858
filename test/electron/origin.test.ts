import { expect, test } from 'vitest';
import { isInsideApp, isTrustedSender } from '../../electron/origin.ts';

test.each([
	'app://tranche/index.html',
	'devtools://devtools/bundled/x.js',
	'data:image/png;base64,AA',
	'blob:app://tranche/1',
])('%s may be loaded', (url) => expect(isInsideApp(url)).toBe(true));

test.each([
	'https://example.com/',
	'http://127.0.0.1:8080/',
	'ws://localhost/',
	'file:///etc/passwd',
	'ftp://example.com/',
	'app://elsewhere/index.html',
	'app://tranche.example.com/',
	'about:blank#x',
	'',
	'no address',
])('%s may not', (url) => expect(isInsideApp(url)).toBe(false));

test('only the top frame of the own page is heard', () => {
	const url = 'app://tranche/index.html';
	expect(isTrustedSender({ url, parent: null })).toBe(true);
	expect(isTrustedSender({ url, parent: {} })).toBe(false);
	expect(isTrustedSender({ url: 'https://example.com/', parent: null })).toBe(false);
	expect(isTrustedSender({ url: 'app://other/index.html', parent: null })).toBe(false);
	expect(isTrustedSender({ url: '', parent: null })).toBe(false);
	expect(isTrustedSender(null)).toBe(false);
});
