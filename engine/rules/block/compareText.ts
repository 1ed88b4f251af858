/** Order by code point, which is also the order of the UTF-8 bytes and of databases' binary collation. */
export function compareText(a: string, b: string): number {
	const shared = Math.min(a.length, b.length);
	for (let index = 0; index < shared; index++) {
		const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
		if (left !== right) {
			return codePointRank(left) - codePointRank(right);
		}
	}
	return a.length - b.length;
}

/** Surrogates stand for code points above all that UTF-16 writes in one unit. */
function codePointRank(unit: number): number {
	return unit >= 0xd8_00 && unit <= 0xdf_ff ? unit + 0x1_00_00 : unit;
}
