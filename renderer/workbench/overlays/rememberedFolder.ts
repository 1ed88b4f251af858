let folder: string | null = null;

/** Where the last file dialog of this window ended; null before the first, which means the home folder. */
export function rememberedFolder(): string | null {
	return folder;
}

export function rememberFolder(path: string): void {
	folder = path === '' ? null : path;
}
