import { vi } from 'vitest';
import { runCommandLine } from '../../../../engine/hosts/cli.ts';

export interface CommandRun {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** The command line in this process, with what it printed. */
export async function runTranche(...args: readonly string[]): Promise<CommandRun> {
	const stdout: string[] = [];
	const stderr: string[] = [];
	const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void stdout.push(String(line)));
	const error = vi.spyOn(console, 'error').mockImplementation((line: unknown) => void stderr.push(String(line)));
	const write = vi.spyOn(process.stdout, 'write').mockImplementation((text, encodingOrDone, done) => {
		stdout.push(String(text).replace(/\n$/, ''));
		const tell = typeof encodingOrDone === 'function' ? encodingOrDone : done;
		tell?.();
		return true;
	});
	try {
		const code = await runCommandLine(args);
		return { code, stdout: stdout.join('\n'), stderr: stderr.join('\n') };
	} finally {
		log.mockRestore();
		write.mockRestore();
		error.mockRestore();
	}
}
