import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

test('the committed kernels are what their sources compile to', () => {
	execFileSync(process.execPath, [join(root, 'build/kernels.ts'), '--check'], { stdio: ['ignore', 'ignore', 'pipe'] });
});
