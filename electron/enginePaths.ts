import { join } from 'node:path';

/**
 * Where the engine's program lies. In a packaged app it stands beside the archive, unpacked, because its threads and the
 * database module are read by code that knows nothing of archives.
 */
export function engineModulePath(appPath: string): string {
	return join(appPath.replace(/app\.asar$/, 'app.asar.unpacked'), 'dist', 'engine', 'engineProcess.js');
}
