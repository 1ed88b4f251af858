import { readFileSync } from 'node:fs';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { EngineError } from '#shared/protocol/envelope.ts';

/** Reads a small JSON file that a person wrote. Errors say what is wrong and where (line and column of the first mistake). */
export function readJsonFile(path: string, what: string): unknown {
	const text = readText(path, what);
	const errors: ParseError[] = [];
	const value = parsed(text, errors, `${what} ${path}`);
	if (errors[0]) {
		const { line, column } = placeOf(errors[0].offset, text);
		const reason = printParseErrorCode(errors[0].error)
			.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
			.toLowerCase();
		throw new EngineError(
			'data',
			`The ${what} ${path} is not valid JSON: ${reason} in line ${line}, column ${column}. Correct it there and run the command again.`,
		);
	}
	return value;
}

function parsed(text: string, errors: ParseError[], what: string): unknown {
	try {
		return parse(text, errors, { disallowComments: true });
	} catch (error) {
		// The parser calls itself for each level.
		if (error instanceof RangeError) {
			throw new EngineError('data', `The ${what} nests its values too deeply to be read.`);
		}
		throw error;
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

function placeOf(offset: number, text: string): { line: number; column: number } {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
