import { Engine } from '../handlers/Engine.ts';
import { dataFolder } from '../dataFolder.ts';
import { electronPort, type MessagePortMain } from './electronPort.ts';
import { ForkedClients } from './ForkedClients.ts';

/**
 * Entry of the engine process. Under Electron (utilityProcess) the main process sends a message with one
 * MessagePortMain for each window; under the browser host (child_process.fork) one pipe carries all pages.
 */
interface ParentPort {
	on(event: 'message', listener: (event: ParentMessage) => void): void;
}
interface ParentMessage {
	readonly ports: readonly MessagePortMain[];
}

const STOP_WITHIN_MS = 3000;

const engine = new Engine(dataFolder(argumentAfter('--user-data')));
const parentPort = parentPortOf(process);
if (parentPort) {
	parentPort.on('message', ({ ports }) => {
		for (const port of ports) {
			engine.attach(electronPort(port));
		}
	});
} else if (process.send) {
	const send = process.send.bind(process);
	const clients = new ForkedClients(
		(message) => {
			if (process.connected) {
				// A host that goes away while a message is under way is noticed by its 'disconnect', not here.
				send(message, undefined, {}, () => undefined);
			}
		},
		(port) => engine.attach(port),
	);
	process.on('message', (message) => clients.receive(message));
	process.on('disconnect', stop);
	// Ctrl+C reaches the whole group of processes; the host decides when the engine ends.
	process.on('SIGINT', () => undefined);
} else {
	throw new Error('The engine runs inside a host: start Tranche with npm start.');
}
process.on('SIGTERM', stop);

/** Lets the project be closed properly, but never waits for long: a killed engine loses nothing that was saved. */
function stop(): void {
	setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
	void engine.close().finally(() => process.exit(0));
}

/** Electron puts arguments of its own beside those of the main process, so they are not parsed strictly. */
function argumentAfter(name: string): string | null {
	const index = process.argv.indexOf(name);
	return index < 0 ? null : (process.argv[index + 1] ?? null);
}

/** Electron adds `parentPort` to the process of a utilityProcess; it is there in no other. */
function parentPortOf(host: object): ParentPort | null {
	const found: unknown = 'parentPort' in host ? host.parentPort : null;
	return typeof found === 'object' && found !== null && 'on' in found ? (found as ParentPort) : null;
}
