import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the app keeps what belongs to no project: preferences and the sample. The place that each system has for that,
 * unless TRANCHE_DATA_DIR or the host names another.
 */
export function dataFolder(named: string | null = null): string {
	const { TRANCHE_DATA_DIR, XDG_DATA_HOME, APPDATA } = process.env;
	if (TRANCHE_DATA_DIR) {
		return TRANCHE_DATA_DIR;
	}
	if (named !== null) {
		return named;
	}
	if (process.platform === 'win32') {
		return join(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Tranche');
	}
	if (process.platform === 'darwin') {
		return join(homedir(), 'Library', 'Application Support', 'Tranche');
	}
	return join(XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'tranche');
}
