import { crc32 } from 'node:zlib';

export interface ZipEntry {
	readonly name: string;
	readonly content: Buffer;
	readonly isExecutable: boolean;
}

/** A ZIP archive without compression (APPNOTE.TXT 4.3), with Unix permissions. */
export function storedZip(entries: readonly ZipEntry[]): Buffer {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, isExecutable } of entries) {
		const label = Buffer.from(name);
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt32LE(crc32(content), 10);
		facts.writeUInt32LE(content.length, 14);
		facts.writeUInt32LE(content.length, 18);
		facts.writeUInt16LE(label.length, 22);
		files.push(signature(0x04034b50), facts, label, content);
		const place = Buffer.alloc(14);
		place.writeUInt32LE((isExecutable ? 0o100755 : 0o100644) * 0x10000, 6);
		place.writeUInt32LE(offset, 10);
		// Made by version 3.0 on Unix.
		directory.push(signature(0x02014b50), Buffer.from([30, 3]), facts, place, label);
		offset += 30 + label.length + content.length;
	}
	const size = directory.reduce((sum, part) => sum + part.length, 0);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(size, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...files, ...directory, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
