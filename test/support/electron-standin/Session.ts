export interface RequestDetails {
	readonly url: string;
	readonly method: string;
	readonly resourceType: string;
}

type Verdict = (answer: { readonly cancel?: boolean }) => void;
type RequestListener = (details: RequestDetails, callback: Verdict) => void;

/** Electron's session: remembers the handlers; requests are asked of `decide`, permissions are noted and not enforced. */
export class Session {
	#listener: RequestListener | null = null;
	readonly webRequest = {
		onBeforeRequest: (filterOrListener: RequestListener | object, listener?: RequestListener): void => {
			this.#listener = listener ?? (filterOrListener as RequestListener);
		},
	};

	setPermissionRequestHandler(_handler: unknown): void {}
	setPermissionCheckHandler(_handler: unknown): void {}
	setDevicePermissionHandler(_handler: unknown): void {}
	setSpellCheckerEnabled(_isEnabled: boolean): void {}

	/** Whether the app cancels this request. */
	isCancelled(details: RequestDetails): Promise<boolean> {
		const listener = this.#listener;
		return listener === null
			? Promise.resolve(false)
			: new Promise((resolve) => listener(details, ({ cancel = false }) => resolve(cancel)));
	}
}

export const defaultSession = new Session();

/** Addresses that a page asked for and did not get; read by tests. */
export const blockedRequests: string[] = [];
