/** Progress on stderr: one line that rewrites itself on a terminal, nothing elsewhere. */
export function showProgress(label: string): { update(done: number, total: number | null): void; end(): void } {
	const isTerminal = process.stderr.isTTY;
	let isShown = false;
	return {
		update(done, total) {
			if (isTerminal) {
				isShown = true;
				process.stderr.write(`\r\x1b[K${label}${total ? ` ${Math.floor((100 * done) / total)} %` : ''}`);
			}
		},
		end() {
			if (isShown) {
				process.stderr.write('\r\x1b[K');
			}
		},
	};
}
