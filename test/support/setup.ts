import net from 'node:net';

/** No test may reach the network: only sockets on this machine's loopback, pipes and Unix sockets are let through. */
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
	const first = Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0];
	const host = typeof first === 'object' && first !== null && "host" in first ? first.host : undefined;
	if (host !== undefined && host !== '127.0.0.1' && host !== 'localhost' && host !== '::1') {
		throw new Error(`A test tried to reach ${String(host)}. Tranche makes no network requests.`);
	}
	return Reflect.apply(connect, this, args) as net.Socket;
} as typeof connect;
