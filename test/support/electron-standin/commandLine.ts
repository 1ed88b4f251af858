import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Playwright's loader cuts the arguments off behind this one. */
export const DEBUGGING_SWITCH = '--remote-debugging-port=0';

export interface CommandLine {
	/** Modules to load before the app (`-r`): Playwright's loader comes this way. */
	readonly preloads: readonly string[];
	readonly appFolder: string;
	readonly mainFile: string;
	readonly name: string;
	readonly version: string;
	/** Whether a driver wants to attach (`--inspect=0`). */
	readonly isInspected: boolean;
	/** Everything else, in order: switches of Electron and arguments of the app. */
	readonly rest: readonly string[];
}

/** Reads `electron [-r module] [switches] folder [arguments]`, as Electron does. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
	const preloads: string[] = [];
	const rest: string[] = [];
	let folder: string | null = null;
	for (let index = 0; index < argv.length; index++) {
		const argument = argv[index]!;
		if (argument === '-r') {
			preloads.push(resolve(argv[++index] ?? ''));
		} else if (folder === null && !argument.startsWith('-')) {
			folder = argument;
		} else {
			rest.push(argument);
		}
	}
	const appFolder = resolve(folder ?? '.');
	if (!statSync(appFolder).isDirectory()) {
		throw new Error(`electron stand-in: ${appFolder} is not the folder of an app`);
	}
	const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as Readonly<
		Record<'main' | 'name' | 'productName' | 'version', string | undefined>
	>;
	return {
		preloads,
		appFolder,
		mainFile: join(appFolder, manifest.main ?? 'index.js'),
		name: manifest.productName ?? manifest.name ?? 'app',
		version: manifest.version ?? '0.0.0',
		isInspected: rest.includes('--inspect=0'),
		rest: rest.filter((argument) => argument !== '--inspect=0' && argument !== DEBUGGING_SWITCH),
	};
}
