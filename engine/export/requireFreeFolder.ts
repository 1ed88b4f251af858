import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '#shared/protocol/envelope.ts';

/** Makes the folder and refuses it when it already holds one of `names`. */
export function requireFreeFolder(dir: string, names: readonly string[]): void {
	if (existsSync(dir) && !statSync(dir).isDirectory()) {
		throw new EngineError('data', `${dir} is a file, not a folder. Choose another place for the results.`);
	}
	try {
		mkdirSync(dir, { recursive: true });
	} catch {
		throw new EngineError(
			'data',
			`The folder ${dir} cannot be made. Check the path and your rights, or choose another place for the results.`,
		);
	}
	const taken = names.filter((name) => existsSync(join(dir, name)));
	if (taken.length > 0) {
		throw new EngineError(
			'data',
			`The folder ${dir} already holds ${taken.join(', ')}. Nothing was replaced: choose another folder, or let the earlier files be replaced.`,
		);
	}
}
