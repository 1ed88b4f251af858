import { randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 32;

/**
 * Who may use the browser host. An address carries a token that works once, because it can be seen in the list of
 * processes when a browser is started with it. Whoever comes with it gets two other secrets: a cookie for the app's
 * files, and the session token for the data. The cookie alone opens no data, since browsers send a cookie to every port
 * of this computer; the session token is never sent but when the page opens its WebSocket.
 */
export class Access {
	private readonly addressTokens = new Set<string>();
	private readonly cookie = newToken();
	private readonly session = newToken();

	/** A token for one more address. */
	issue(): string {
		const token = newToken();
		this.addressTokens.add(token);
		return token;
	}

	/** True once per issued token. */
	redeem(token: string): boolean {
		for (const issued of this.addressTokens) {
			if (isSame(issued, token)) {
				this.addressTokens.delete(issued);
				return true;
			}
		}
		return false;
	}

	/** Named with the port, so that two hosts on one computer do not take each other's. */
	setCookieHeader(port: number): string {
		return `tranche-${port}=${this.cookie}; HttpOnly; SameSite=Strict; Path=/`;
	}

	hasCookie(header: string | undefined, port: number): boolean {
		const prefix = `tranche-${port}=`;
		const found = (header ?? '').split(/;\s*/).find((part) => part.startsWith(prefix));
		return found !== undefined && isSame(this.cookie, found.slice(prefix.length));
	}

	get sessionToken(): string {
		return this.session;
	}

	hasSession(token: string | undefined): boolean {
		return token !== undefined && isSame(this.session, token);
	}
}

function newToken(): string {
	return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** In a time that does not depend on how much of a guess is right. */
function isSame(secret: string, guess: string): boolean {
	const left = Buffer.from(secret);
	const right = Buffer.from(guess);
	return left.length === right.length && timingSafeEqual(left, right);
}
