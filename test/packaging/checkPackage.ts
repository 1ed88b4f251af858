/**
 * `node test/packaging/checkPackage.ts`: packages the built app around a dummy Electron and looks at the result: what is in
 * the archive and beside it, and the fuses. Where there is Chromium, the packaged app is then started on the stand-in.
 * Outside of the default test run, because it takes a minute and replaces packaged/.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron } from 'playwright';
import { findChromium } from '../../build/chromium.ts';
import { storedZip } from './storedZip.ts';

const root = resolve(import.meta.dirname, '../..');
const target = `${process.platform}-${process.arch}`;
const folder = mkdtempSync(join(tmpdir(), 'tranche-package-'));

try {
	if (process.platform !== 'linux') {
		throw new Error('The dummy Electron is one of Linux; elsewhere run npm run package with the real one.');
	}
	writeDummyElectron(folder);
	execFileSync(process.execPath, [join(root, 'node_modules/@electron-forge/cli/dist/electron-forge.js'), 'package'], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, TRANCHE_ELECTRON_ZIPS: folder },
	});
	const packaged = join(root, 'packaged', `Tranche-${target}`);
	checkArchive(join(packaged, 'resources'));
	await checkFuses(join(packaged, 'tranche'));
	await startUnpacked(join(packaged, 'resources'));
	console.log('The package is as it should be.');
} finally {
	rmSync(folder, { recursive: true, force: true });
}

/** A file with the marker by which the fuses are found, in a ZIP named as Electron's own. */
function writeDummyElectron(into: string): void {
	const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
		readonly version: string;
	};
	// The marker, the fuses' version 1, their number 9, and their states as digits.
	const fuses = Buffer.concat([
		Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
		Buffer.from([1, 9]),
		Buffer.from('100100010'),
	]);
	const program = Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), Buffer.alloc(64), fuses, Buffer.alloc(64)]);
	writeFileSync(
		join(into, `electron-v${version}-${target}.zip`),
		storedZip([
			{ name: 'electron', content: program, isExecutable: true },
			{ name: 'version', content: Buffer.from(version), isExecutable: false },
			{ name: 'LICENSE', content: Buffer.from('A dummy'), isExecutable: false },
			{ name: 'resources/default_app.asar', content: Buffer.alloc(16), isExecutable: false },
		]),
	);
}

function checkArchive(resources: string): void {
	const inside = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'));
	for (const wanted of [
		'package.json',
		'dist/electron/main.cjs',
		'dist/electron/preload.cjs',
		'dist/renderer/index.html',
	]) {
		assert(inside.includes(`/${wanted}`), `${wanted} is missing from the archive`);
	}
	const strangers = inside.filter((path) => !/^\/(package\.json|dist)(\/|$)/.test(path) || path.endsWith('.map'));
	assert.deepEqual(strangers, [], 'The archive holds what does not belong to the app');
	const beside = join(resources, 'app.asar.unpacked', 'dist');
	assert(existsSync(join(beside, 'engine', 'engineProcess.js')), 'The engine does not lie beside the archive');
	assert.deepEqual(readdirSync(join(beside, 'native')).sort(), [`${target}.node`, `linuxmusl-${process.arch}.node`]);
}

async function checkFuses(program: string): Promise<void> {
	const wire = await getCurrentFuseWire(program);
	const on = '1'.charCodeAt(0);
	const off = '0'.charCodeAt(0);
	const expected: readonly (readonly [FuseV1Options, number])[] = [
		[FuseV1Options.RunAsNode, off],
		[FuseV1Options.EnableCookieEncryption, on],
		[FuseV1Options.EnableNodeOptionsEnvironmentVariable, off],
		[FuseV1Options.EnableNodeCliInspectArguments, off],
		[FuseV1Options.EnableEmbeddedAsarIntegrityValidation, on],
		[FuseV1Options.OnlyLoadAppFromAsar, on],
		[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, off],
		[FuseV1Options.GrantFileProtocolExtraPrivileges, off],
		[FuseV1Options.WasmTrapHandlers, on],
	];
	for (const [fuse, state] of expected) {
		assert.equal(Number(wire[fuse]), state, `The fuse ${FuseV1Options[fuse]} is not as configured`);
	}
}

/** Starts the archive's own files, far from the sources: whatever is missing in the package shows here. */
async function startUnpacked(resources: string): Promise<void> {
	if (findChromium() === null) {
		console.log('No Chromium: the packaged app was not started.');
		return;
	}
	const app = join(folder, 'app');
	mkdirSync(app);
	extractAll(join(resources, 'app.asar'), app);
	cpSync(join(resources, 'app.asar.unpacked'), app, { recursive: true });
	process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test/support/electron-standin');
	const running = await _electron.launch({
		args: [app],
		cwd: folder,
		env: { ...(process.env as Record<string, string>), TRANCHE_USER_DATA: join(folder, 'data') },
	});
	try {
		const page = await running.firstWindow();
		await page.locator('#root > *').first().waitFor();
		// Resolves once the engine runs and a port to it is on its way.
		await page.evaluate('window.tranche.connect()');
	} finally {
		await running.close();
	}
}
