#!/usr/bin/env node
import { runOnSupportedNode } from './nodeGuard.mjs';

if (runOnSupportedNode(process.argv.slice(1))) {
	const { runCommandLine } = await import('./engine/cli.js');
	process.exitCode = await runCommandLine(process.argv.slice(2));
}
