import net from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { beginFile, endFile } from './aroundFiles.ts';

const loopback: readonly string[] = ['127.0.0.1', 'localhost', '::1'];
const connect = Reflect.get(net.Socket.prototype, 'connect');
const guarded = Symbol.for('tranche.guarded');

/** No test may reach the network: only this machine's loopback, pipes and Unix sockets are let through. */
function connectLocally(this: net.Socket, ...args: readonly unknown[]): unknown {
	const host = hostOf(args[0]);
	if (host !== null && !loopback.includes(host)) {
		throw new Error(`A test tried to reach ${host}. Tranche makes no network requests.`);
	}
	return Reflect.apply(connect, this, args);
}
// This file runs again for every test file, in the same process.
if (!Reflect.has(net.Socket.prototype, guarded)) {
	Reflect.set(net.Socket.prototype, 'connect', connectLocally);
	Reflect.set(net.Socket.prototype, guarded, true);
}
beforeAll(beginFile);
afterAll(endFile);

/** Node passes the normalised options as an array of its own; callers pass the options themselves. */
function hostOf(first: unknown): string | null {
	const options: unknown = Array.isArray(first) ? first[0] : first;
	return typeof options === 'object' && options !== null && 'host' in options && typeof options.host === 'string'
		? options.host
		: null;
}
