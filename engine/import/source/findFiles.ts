import { existsSync, globSync, statSync } from 'node:fs';
import type { AppendedFile } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { gatherFiles } from './gatherFiles.ts';

/** A table of one file, or of several that follow each other. */
export interface FoundFiles {
	readonly path: string;
	readonly more: AppendedFile[];
}

/**
 * The files that names on the command line stand for, one after the other: a file, a folder (all data files in it), or a pattern such as
 * `orders_2024-*.csv`, in natural order. Throws an EngineError where there is none.
 */
export function findFiles(...names: readonly string[]): FoundFiles {
	const [first, ...rest] = new Set(names.flatMap((name) => pathsOf(name)));
	if (first === undefined) {
		throw new EngineError('data', `There is no data file in the folder ${names.join(', ')}.`);
	}
	return { path: first, more: rest.map((path) => ({ path, entry: null })) };
}

function pathsOf(name: string): string[] {
	if (existsSync(name)) {
		return statSync(name).isDirectory() ? gatherFiles([name]).groups.flat() : [name];
	}
	if (!/[*?[{]/.test(name)) {
		return [name];
	}
	const found = globSync(name).filter((path) => statSync(path).isFile());
	if (found.length === 0) {
		throw new EngineError('data', `No file matches ${name}.`);
	}
	return found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
