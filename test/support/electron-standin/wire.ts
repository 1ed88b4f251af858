/**
 * JSON that keeps typed arrays, for what travels between this process and the page. Both functions are also sent to the page
 * as source text, so they use nothing from outside themselves.
 */
export function encode(value: unknown): string {
	const base64 = (bytes: Uint8Array): string => {
		let binary = '';
		for (let from = 0; from < bytes.length; from += 0x8000) {
			binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
		}
		return btoa(binary);
	};
	return JSON.stringify({ value }, (_key, part: unknown) => {
		if (ArrayBuffer.isView(part)) {
			const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
			return {
				$array: part.constructor.name === 'Buffer' ? 'Uint8Array' : part.constructor.name,
				base64: base64(bytes),
			};
		}
		if (part instanceof ArrayBuffer) {
			return { $array: 'ArrayBuffer', base64: base64(new Uint8Array(part)) };
		}
		return part === undefined ? { $undefined: true } : part;
	});
}

export function decode(text: string): unknown {
	// A reviver that returns undefined would drop the key, so undefined is put back by assignment.
	const revive = (part: unknown): unknown => {
		if (typeof part !== 'object' || part === null) {
			return part;
		}
		const tagged = part as { $array?: string; base64?: string; $undefined?: boolean };
		if (tagged.$undefined) {
			return undefined;
		}
		if (tagged.$array !== undefined && tagged.base64 !== undefined) {
			const { buffer } = Uint8Array.from(atob(tagged.base64), (character) => character.charCodeAt(0));
			const kind = (globalThis as unknown as Record<string, new (from: ArrayBuffer) => unknown>)[tagged.$array];
			return tagged.$array === 'ArrayBuffer' || !kind ? buffer : new kind(buffer);
		}
		const entries = part as Record<string, unknown>;
		for (const key of Object.keys(entries)) {
			entries[key] = revive(entries[key]);
		}
		return part;
	};
	return (revive(JSON.parse(text)) as { value: unknown }).value;
}
