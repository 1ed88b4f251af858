import { PROTOCOL_VERSION } from '#shared/protocol/methods.ts';
import { protocolShape, protocolVersion } from '#shared/protocol/protocolVersion.ts';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';

/**
 * The hash of every schema under each version. When this test fails, a schema has changed: raise PROTOCOL_VERSION in
 * shared/protocol/methods.ts and add a line here with the hash that the failure shows.
 */
const hashes: Record<string, string> = {
	'1': '768e2b5c05bf0671',
	'2': 'ef09726ed4941d78',
	'3': '3e36f08d67e7762b',
	'4': 'dc6b15f2a9742a1b',
	'5': 'fbdadde9d18cef95',
	'6': '9599a61f6af04a5c',
	'7': 'a4f66831eb3d4322',
};

test('a change of any schema needs a new protocol version', () => {
	const hash = createHash('sha256').update(protocolShape()).digest('hex').slice(0, 16);
	expect({ version: PROTOCOL_VERSION, hash }).toEqual({ version: PROTOCOL_VERSION, hash: hashes[PROTOCOL_VERSION] });
});

test('both sides say hello with the version and a hash of the schemas', () => {
	expect(protocolVersion()).toMatch(new RegExp(`^${PROTOCOL_VERSION}\\.[0-9a-z]{6,11}$`));
});
