import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { EngineError } from '#shared/protocol/envelope.ts';

/** Writes a small file, which appears complete or not at all. Throws `data` where the place is taken or cannot be written. */
export function writeTextFile(path: string, text: string, mayReplace: boolean): void {
	const partial = `${path}.${process.pid}.partial`;
	try {
		if (!mayReplace) {
			writeFileSync(path, text, { flag: 'wx' });
			return;
		}
		writeFileSync(partial, text);
		renameSync(partial, path);
	} catch (error) {
		rmSync(partial, { force: true });
		const code = error instanceof Error && 'code' in error ? error.code : null;
		throw new EngineError(
			'data',
			code === 'EEXIST'
				? `${path} is there already. Nothing was replaced: choose another name.`
				: code === 'ENOENT'
					? `The folder of ${path} does not exist. Make it, or choose another one.`
					: code === 'ENOSPC'
						? `The disk is full, so ${path} was not written.`
						: `${path} cannot be written. Check your rights and whether another program has it open.`,
		);
	}
}
