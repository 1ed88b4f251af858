import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { Engine } from '../../../../engine/handlers/Engine.ts';
import { fileOf } from '../importFile.ts';

test('the working copy of a killed import is gone when the engine next starts', async () => {
	const dataFolder = mkdtempSync(join(tmpdir(), 'tranche-killed-'));
	onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
	const scratch = join(dataFolder, 'scratch');
	// Noise does not compress, so that the packed file is read in several pieces.
	const noise = Array.from({ length: 150_000 }, (_, row) => `${row},${Math.imul(row, 2654435761) >>> 0}\n`);
	const path = fileOf(gzipSync(`customer_id,code\n${noise.join('')}`), 'noise.csv.gz');
	const program = join(import.meta.dirname, 'killedImport.ts');
	const child = spawn(process.execPath, [program, path, scratch], { stdio: ['ignore', 'pipe', 'inherit'] });
	await once(child.stdout, 'data');
	const ended = once(child, 'exit');
	child.kill('SIGKILL');
	await ended;
	expect(readdirSync(scratch)).toHaveLength(1);
	await new Engine(dataFolder).close();
	expect(readdirSync(scratch)).toEqual([]);
});
