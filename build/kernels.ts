/**
 * Compiles engine/kernels/assembly/*.ts, with what they import, to WebAssembly and writes each module as text into
 * engine/kernels/<name>Module.ts, so that it travels with the sources and with every bundle. With --check it writes nothing and
 * exits with 1 when a committed file is not what its source gives.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = new URL('../engine/kernels/', import.meta.url);
const assembly = new URL('assembly/', folder);
const options = [
	'-O3',
	'--noAssert',
	'--enable',
	'simd',
	'--enable',
	'bulk-memory',
	'--runtime',
	'stub',
	'--importMemory',
];
/** Kernels whose memory several threads share. */
const SHARED = ['aggregate', 'rules', 'scatter'];
const sharedOptions = ['--enable', 'threads', '--sharedMemory', '--maximumMemory', '65535'];
const isCheck = process.argv.includes('--check');

for (const path of globSync('assembly/*.ts', { cwd: fileURLToPath(folder) })) {
	const name = basename(path, '.ts');
	const target = new URL(`${name}Module.ts`, folder);
	const text = await moduleText(name);
	if (existsSync(target) && readFileSync(target, 'utf8') === text) {
		continue;
	}
	if (isCheck) {
		console.error(`${name}Module.ts is out of date: run node build/kernels.ts`);
		process.exitCode = 1;
	} else {
		writeFileSync(target, text);
	}
}

async function moduleText(name: string): Promise<string> {
	let binary: Uint8Array | null = null;
	let messages = '';
	const { error } = await asc.main(
		[`${name}.ts`, '-o', `${name}.wasm`, ...options, ...(SHARED.includes(name) ? sharedOptions : [])],
		{
			readFile: (file) => {
				const source = new URL(file, assembly);
				return existsSync(source) ? readFileSync(source, 'utf8') : null;
			},
			writeFile: (_, contents) => {
				binary = Buffer.from(contents);
			},
			listFiles: () => [],
			stderr: asc.createMemoryStream((chunk) => {
				messages += String(chunk);
			}),
		},
	);
	if (error || binary === null) {
		throw new Error(`${name}.ts does not compile:\n${messages}`);
	}
	return `/** Compiled from assembly/${name}.ts by build/kernels.ts. */\nexport const ${name}Module =\n\t'${Buffer.from(binary).toString('base64')}';\n`;
}
