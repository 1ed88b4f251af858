import type { DesktopApi } from '#shared/model/desktopApi.ts';

declare global {
	interface Window {
		/** Set by the desktop shell's preload, absent in the browser host. */
		readonly tranche?: DesktopApi;
	}
}

/** The desktop shell around the page, or null in a browser. */
export function desktopApi(): DesktopApi | null {
	return window.tranche ?? null;
}
