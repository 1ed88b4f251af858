import type { ChildProcess } from 'node:child_process';

/** The address that the host prints once it listens. Reads on afterwards, as a terminal would. */
export function addressOf(host: ChildProcess): Promise<string> {
	let printed = '';
	return new Promise((found, failed) => {
		host.stdout?.on('data', (chunk) => {
			printed += String(chunk);
			const address = /http:\/\/127\.0\.0\.1:\S+/.exec(printed)?.[0];
			if (address) {
				found(address);
			}
		});
		host.once('exit', () => failed(new Error(`The host ended before it listened: ${printed}`)));
	});
}
