/**
 * A program that takes the place of the electron executable where that cannot be had: the app's own main process in Node, its
 * own preload script and page in a real Chromium, its engine in a child process. See README.md for what it cannot show.
 */
import inspector from 'node:inspector';
import Module, { createRequire } from 'node:module';
import { App } from './App.ts';
import { StandinWindow } from './BrowserWindow.ts';
import { startChromium } from './chromiumProcess.ts';
import { DEBUGGING_SWITCH, parseCommandLine } from './commandLine.ts';
import { electronApi } from './electronApi.ts';
import { killChildren } from './utilityProcess.ts';

const require = createRequire(import.meta.url);
const line = parseCommandLine(process.argv.slice(2));
const app = new App(line);
const chromium = await startChromium();

app.wire(
	() => StandinWindow.getAllWindows().forEach((window) => window.close()),
	(code) => {
		killChildren();
		chromium.kill();
		// Playwright lets go of the debugger when it reads this line, as Node writes it when an inspected process ends.
		process.stderr.write('Waiting for the debugger to disconnect...\n', () => setTimeout(() => process.exit(code), 50));
	},
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
	process.on(signal, () => app.exit(0));
}
process.on('exit', killChildren);

provideElectron(electronApi(app, chromium));
process.argv = [process.argv[0]!, ...(line.isInspected ? [DEBUGGING_SWITCH] : []), line.appFolder, ...line.rest];
for (const preload of line.preloads) {
	require(preload);
}
require(line.mainFile);
if (line.isInspected) {
	await waitForDriver(chromium.endpoint);
}
app.becomeReady();

/** Makes `require('electron')` give this object, to the app and to Playwright. */
function provideElectron(electron: object): void {
	// Node's loader has this hook since its first days; it is not in its types.
	const loader = Module as unknown as { _load: (request: string, ...rest: readonly unknown[]) => unknown };
	const load = loader._load;
	loader._load = (request, ...rest) => (request === 'electron' ? electron : load.call(Module, request, ...rest));
	Object.defineProperty(process, 'type', { value: 'browser' });
	Object.defineProperty(process.versions, 'electron', {
		value: (require('electron/package.json') as { readonly version: string }).version,
	});
}

/**
 * Tells Playwright where to attach. With its loader, the app waits until Playwright runs it; without, it calls
 * `__playwright_run` all the same.
 */
async function waitForDriver(endpoint: string): Promise<void> {
	inspector.open(0, '127.0.0.1');
	process.stderr.write(`DevTools listening on ${endpoint}\n`);
	if (line.preloads.length === 0) {
		await new Promise<void>((resolve) => {
			Object.defineProperty(globalThis, '__playwright_run', { value: resolve });
		});
	}
}
