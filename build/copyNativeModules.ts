import { copyFileSync, globSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The database module ships ready binaries for every platform; they go beside a bundle, so that no node_modules is needed. */
export function copyNativeModules(root: string, target: string): void {
	mkdirSync(target, { recursive: true });
	for (const path of globSync('node_modules/better-sqlite3/prebuilds/*.node', { cwd: root })) {
		copyFileSync(join(root, path), join(target, basename(path)));
	}
}
