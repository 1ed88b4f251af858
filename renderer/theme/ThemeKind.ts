/** What is on the screen, after `system` and the contrast wish of the operating system were looked up. */
export type ThemeKind = 'light' | 'dark' | 'high-contrast-light' | 'high-contrast-dark';

export function isDark(kind: ThemeKind): boolean {
	return kind === 'dark' || kind === 'high-contrast-dark';
}
