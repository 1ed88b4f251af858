import { EngineError } from '#shared/protocol/envelope.ts';

/** What the system says about a file that could not be written, as a sentence that says what to do. Anything else passes unchanged. */
export function writingError(error: unknown, path: string): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'].includes(code)) {
		return new EngineError(
			'data',
			`The disk is full, so ${path} was not written. Free some space, or choose another disk.`,
		);
	}
	if (['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'].includes(code)) {
		return new EngineError(
			'data',
			`${path} cannot be written. Check your rights and whether another program has it open.`,
		);
	}
	return error;
}
