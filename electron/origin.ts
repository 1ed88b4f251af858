/** The page's own scheme and origin: never file:, which would see the disk, never http:, which would see the network. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'tranche';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** What the page may load at all: its own files, images made in the page, and the developer tools. */
const ALLOWED_SCHEMES: ReadonlySet<string> = new Set(['app:', 'devtools:', 'data:', 'blob:']);

/** Whether a request stays inside the app. Everything else is cancelled before it leaves the process. */
export function isInsideApp(url: string): boolean {
	const parsed = URL.parse(url);
	if (parsed === null || !ALLOWED_SCHEMES.has(parsed.protocol)) {
		return false;
	}
	return parsed.protocol !== `${APP_SCHEME}:` || parsed.host === APP_HOST;
}

export interface SenderFrame {
	readonly url: string;
	/** null for the top frame of a window. */
	readonly parent: unknown;
}

/** Whether a message comes from our page in the top frame; null is a frame that is already gone. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
	if (frame === null || frame.parent !== null) {
		return false;
	}
	const url = URL.parse(frame.url);
	return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}
