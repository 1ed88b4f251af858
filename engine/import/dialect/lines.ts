const CARRIAGE_RETURN = 13;

/** Where the line after `lines` lines starts, counted from `from`; the end where there are fewer. */
export function afterLines(bytes: Uint8Array, from: number, newline: number, lines: number): number {
	let at = from;
	for (let line = 0; line < lines && at < bytes.length; line++) {
		const next = bytes.indexOf(newline, at);
		at = next < 0 ? bytes.length : next + 1;
	}
	return at;
}

export function countLines(bytes: Uint8Array, from: number, to: number, newline: number): number {
	let lines = 0;
	for (let at = from; at < to; at++) {
		lines += bytes[at] === newline ? 1 : 0;
	}
	return lines;
}

/** Where the last `lines` lines that are not blank start. */
export function beforeLastLines(bytes: Uint8Array, newline: number, lines: number): number {
	let end = bytes.length;
	let start = end;
	for (let found = 0; found < lines && end > 0;) {
		const before = end >= 2 ? bytes.lastIndexOf(newline, end - 2) : -1;
		start = before + 1;
		found += isBlank(bytes, start, end, newline) ? 0 : 1;
		end = start;
	}
	return start;
}

/** Lines from `from` to the end that are not blank. */
export function filledLines(bytes: Uint8Array, from: number, newline: number): number {
	let lines = 0;
	for (let at = from; at < bytes.length;) {
		const next = bytes.indexOf(newline, at);
		const end = next < 0 ? bytes.length : next + 1;
		lines += isBlank(bytes, at, end, newline) ? 0 : 1;
		at = end;
	}
	return lines;
}

function isBlank(bytes: Uint8Array, from: number, end: number, newline: number): boolean {
	for (let at = from; at < end; at++) {
		if (bytes[at] !== newline && bytes[at] !== CARRIAGE_RETURN) {
			return false;
		}
	}
	return true;
}
