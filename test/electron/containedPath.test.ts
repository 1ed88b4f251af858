import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containedPath } from '../../electron/containedPath.ts';

const root = join('/', 'apps', 'tranche', 'dist', 'renderer');

test.each([
	['/index.html', 'index.html'],
	['/assets/chart-3f.js', 'assets/chart-3f.js'],
	['/a/../index.html', 'index.html'],
	['/with%20space.css', 'with space.css'],
	['/..index.html', '..index.html'],
])('%s is a file of the page', (path, file) => {
	expect(containedPath(root, path)).toBe(join(root, file));
});

test.each([
	'/',
	'/..',
	'/../renderer.js',
	'/%2e%2e/%2e%2e/package.json',
	'/..%2f..%2fpackage.json',
	'/a/../../x',
	'/..%5c..%5cpackage.json',
	'/C:/Windows/win.ini',
	'/x%00.html',
	'/%',
	'/.',
])('%s is refused', (path) => {
	expect(containedPath(root, path)).toBeNull();
});

test('whatever is asked for, the answer lies below the root', () => {
	const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '%5c', 'a', 'index.html', '%00', ':', '%252e');
	fc.assert(
		fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
			const file = containedPath(root, `/${parts.join('/')}`);
			expect(file === null || (file.startsWith(`${root}/`) && !file.includes('/../'))).toBe(true);
		}),
		{ seed: 11, numRuns: 500 },
	);
});
