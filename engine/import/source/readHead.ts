import { readSourceBytes, type SourceAddress } from './readSourceBytes.ts';

/** The first bytes of a file without its container, up to `limit`, and whether that is all of it. */
export async function readHead(
	address: SourceAddress,
	limit: number,
): Promise<{ readonly bytes: Uint8Array; readonly isComplete: boolean }> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of readSourceBytes(address)) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > limit) {
			return { bytes: Buffer.concat(chunks, size).subarray(0, limit), isComplete: false };
		}
	}
	return { bytes: Buffer.concat(chunks, size), isComplete: true };
}
