import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder, isBundled } from '../appFiles.ts';

/** Found once, while there are no threads: a report of the process waits for each of them, also for one inside a long query. */
const path = isBundled ? join(appFolder(), 'dist/native', `${platform()}-${process.arch}.node`) : null;

/**
 * The database's native part in the built app: dist/native holds one ready binary per platform, because the bundle has no
 * node_modules. Undefined from the sources, where the package finds its own.
 */
export function nativeBinding(): string | undefined {
	return path !== null && existsSync(path) ? path : undefined;
}

function platform(): string {
	if (process.platform !== 'linux') {
		return process.platform;
	}
	// Without this the report looks up the names of open sockets; Node's types do not know it yet.
	Reflect.set(process.report, 'excludeNetwork', true);
	const report: unknown = process.report.getReport();
	const header = typeof report === 'object' && report !== null && 'header' in report ? report.header : null;
	const isGlibc = typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header;
	return isGlibc ? 'linux' : 'linuxmusl';
}
