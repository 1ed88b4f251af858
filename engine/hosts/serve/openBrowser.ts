import { spawn } from 'node:child_process';

/** Opens the address in the person's browser. Where that fails, the printed address is there to be clicked. */
export function openBrowser(address: string): void {
	const [program, ...args] = browserCommand(process.platform);
	const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true, windowsHide: true });
	child.on('error', () => undefined);
	child.unref();
}

/** The address has no characters that a shell reads, so `start` (part of cmd.exe) is safe; its first argument is a title. */
function browserCommand(platform: NodeJS.Platform): [string, ...string[]] {
	if (platform === 'darwin') {
		return ['open'];
	}
	return platform === 'win32' ? ['cmd.exe', '/c', 'start', ''] : ['xdg-open'];
}
