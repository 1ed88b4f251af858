/** A typed path: absolute ones stand, others are taken from the folder. Works for Windows and for the rest. */
export function joinPath(folder: string, typed: string): string {
	const isAbsolute = /^([/\\~]|[A-Za-z]:[/\\])/.test(typed);
	const separator = folder.includes('\\') ? '\\' : '/';
	return isAbsolute || folder === '' ? typed : `${folder.replace(/[/\\]$/, '')}${separator}${typed}`;
}

/** Adds the extension if the last part of the path has not got it. */
export function withExtension(path: string, extension: string | null): string {
	return extension === null || path.toLowerCase().endsWith(`.${extension}`) ? path : `${path}.${extension}`;
}

/** The last part of a path. */
export function fileName(path: string): string {
	return path.split(/[/\\]/).findLast((part) => part !== '') ?? path;
}
