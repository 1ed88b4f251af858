import { SESSION_KEY, SESSION_META } from '#shared/protocol/browserHost.ts';

/**
 * The token by which the browser host knows this page; empty where the page was opened by another address than the one that
 * was printed. On the first visit it stands in the page and moves to sessionStorage, and the used-up token leaves the address.
 */
export function sessionToken(): string {
	const meta = document.querySelector<HTMLMetaElement>(`meta[name=${SESSION_META}]`);
	if (meta) {
		window.sessionStorage.setItem(SESSION_KEY, meta.content);
		meta.remove();
		window.history.replaceState(null, '', window.location.pathname);
	}
	return window.sessionStorage.getItem(SESSION_KEY) ?? '';
}
