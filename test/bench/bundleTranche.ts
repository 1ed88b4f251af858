/**
 * The engine with our jobs, bundled as the app is: `node bundleTranche.ts FOLDER`. In a process of its own, since the memory of who
 * starts a job would count as the job's.
 */
import { join, resolve } from 'node:path';
import { build, mergeConfig } from 'vite';
import { copyNativeModules } from '../../build/copyNativeModules.ts';
import engine from '../../build/vite.engine.ts';

const folder = process.argv[2];
if (!folder) {
	throw new Error('Where to?');
}
const input = { jobs: join(import.meta.dirname, 'peers/tranche.ts') };
await build(
	mergeConfig(engine, {
		configFile: false,
		logLevel: 'warn',
		build: { outDir: join(folder, 'dist/engine'), rolldownOptions: { input } },
	}),
);
copyNativeModules(resolve(import.meta.dirname, '../..'), join(folder, 'dist/native'));
