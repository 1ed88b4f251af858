#!/usr/bin/env node
/**
 * Runs a script of this project on a Node that can run it: `node build/run.mjs script.ts [arguments]`.
 * This file itself runs on any Node since 12, because it is what stands between an old Node and a crash in native code.
 */
import { runOnSupportedNode } from './nodeGuard.mjs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [script, ...rest] = process.argv.slice(2);
if (!script) {
	console.error('Usage: node build/run.mjs script.ts [arguments]');
	process.exit(2);
}
if (runOnSupportedNode(process.argv.slice(1))) {
	process.argv = [process.argv[0], resolve(script), ...rest];
	await import(pathToFileURL(resolve(script)).href);
}
