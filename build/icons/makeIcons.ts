/** Draws the PNG, ICO and ICNS files from icon.svg with the system's Chromium: `node build/icons/makeIcons.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../chromium.ts';

const here = import.meta.dirname;
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];
const svg = readFileSync(join(here, 'icon.svg'), 'utf8');
const pictures = new Map<number, Buffer>();

const executablePath = findChromium();
if (executablePath === null) {
	throw new Error('Drawing the icons needs Chromium or Chrome.');
}
const browser = await chromium.launch({ executablePath });
try {
	const page = await browser.newPage();
	for (const size of sizes) {
		await page.setViewportSize({ width: size, height: size });
		await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
		pictures.set(size, await page.screenshot({ omitBackground: true }));
	}
} finally {
	await browser.close();
}
for (const size of sizes) {
	writeFileSync(join(here, `${size}x${size}.png`), picture(size));
}
writeFileSync(join(here, 'icon.ico'), windowsIcon([16, 32, 48, 64, 128, 256]));
writeFileSync(join(here, 'icon.icns'), macIcon());

function picture(size: number): Buffer {
	const found = pictures.get(size);
	if (!found) {
		throw new Error(`No picture of ${size} pixels`);
	}
	return found;
}

/** ICO: a header, 16 bytes per picture, then the PNG files; 256 is written as 0. */
function windowsIcon(pictureSizes: readonly number[]): Buffer {
	const header = Buffer.alloc(6 + 16 * pictureSizes.length);
	header.writeUInt16LE(1, 2);
	header.writeUInt16LE(pictureSizes.length, 4);
	let offset = header.length;
	for (const [index, size] of pictureSizes.entries()) {
		const at = 6 + 16 * index;
		header.writeUInt8(size % 256, at);
		header.writeUInt8(size % 256, at + 1);
		header.writeUInt16LE(1, at + 4);
		header.writeUInt16LE(32, at + 6);
		header.writeUInt32LE(picture(size).length, at + 8);
		header.writeUInt32LE(offset, at + 12);
		offset += picture(size).length;
	}
	return Buffer.concat([header, ...pictureSizes.map(picture)]);
}

/** ICNS: blocks of a four-letter type, a length that counts the eight bytes before it, and a PNG file. */
function macIcon(): Buffer {
	const types: readonly (readonly [string, number])[] = [
		['ic11', 32],
		['ic12', 64],
		['ic07', 128],
		['ic08', 256],
		['ic09', 512],
		['ic10', 1024],
	];
	const blocks = types.map(([type, size]) => block(type, picture(size)));
	return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Buffer): Buffer {
	const header = Buffer.alloc(8);
	header.write(type, 'latin1');
	header.writeUInt32BE(content.length + 8, 4);
	return Buffer.concat([header, content]);
}
