/** Custom schemes. Chromium cannot be taught them over its debugging port, so a page of app://tranche has an https stand-in. */

type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();

export const protocol = {
	registerSchemesAsPrivileged(_schemes: readonly { readonly scheme: string }[]): void {
		if (handlers.size > 0) {
			throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
		}
	},
	handle(scheme: string, handler: SchemeHandler): void {
		handlers.set(scheme, handler);
	},
};

export function schemeHandler(url: string): SchemeHandler | null {
	return handlers.get(URL.parse(url)?.protocol.slice(0, -1) ?? '') ?? null;
}

/** app://tranche/x as Chromium sees it: https://tranche.app.standin.localhost/x. Other addresses stay. */
export function toChromium(url: string): string {
	const parsed = URL.parse(url);
	return parsed && schemeHandler(url)
		? url.replace(/^[^:]+:\/\/[^/]*/, `https://${parsed.host}.${parsed.protocol.slice(0, -1)}.standin.localhost`)
		: url;
}

/** The way back. */
export function fromChromium(url: string): string {
	return url.replace(/^https:\/\/([^/]*)\.([a-z]+)\.standin\.localhost/, '$2://$1');
}
