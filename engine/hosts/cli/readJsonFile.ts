import { readFileSync } from 'node:fs';
import { EngineError } from '#shared/protocol/envelope.ts';

/** Reads a small JSON file that a person wrote. Errors say what is wrong and where (line and column of the first mistake). */
export function readJsonFile(path: string, what: string): unknown {
	const text = readText(path, what);
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new EngineError(
			'data',
			`The ${what} ${path} is not valid JSON${placeOf(error, text)}. Correct it there and run the command again.`,
		);
	}
}

function readText(path: string, what: string): string {
	try {
		return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : null;
		const reason =
			code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder, not a file' : 'cannot be read';
		throw new EngineError('data', `The ${what} ${path} ${reason}. Check the path and try again.`);
	}
}

/** V8 names the position in its message, as an offset or as line and column. */
function placeOf(error: unknown, text: string): string {
	const match = error instanceof Error ? /position (\d+)/.exec(error.message) : null;
	if (!match?.[1]) {
		return ' (it ends too early)';
	}
	const before = text.slice(0, Number(match[1])).split('\n');
	return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}
