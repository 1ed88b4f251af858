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
	try {
		const code = await runCommandLine(args);
		return { code, stdout: stdout.join('\n'), stderr: stderr.join('\n') };
	} finally {
		log.mockRestore();
		error.mockRestore();
	}
}
