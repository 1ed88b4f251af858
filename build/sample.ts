/** `npm run sample -- --out DIR`: the command line's `tranche sample`, straight from the sources. */
import { runCommandLine } from '../engine/hosts/cli.ts';

process.exitCode = await runCommandLine(['sample', ...process.argv.slice(2)]);
