import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * The file below `root` that a URL path names, or null for whatever is not below it: parent folders in any spelling, drive
 * letters, backslashes, null bytes, broken escapes, and the folder itself.
 */
export function containedPath(root: string, urlPath: string): string | null {
	const decoded = decode(urlPath);
	if (decoded === null || /[\\\0:]/.test(decoded)) {
		return null;
	}
	const file = join(root, decoded);
	const inside = relative(root, file);
	const isOutside = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
	return isOutside ? null : file;
}

function decode(urlPath: string): string | null {
	try {
		return decodeURIComponent(urlPath);
	} catch {
		return null;
	}
}
