import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** Files that run in processes and threads of their own. Each becomes dist/engine/<name>.js. */
const entries = {
	engineProcess: 'engine/hosts/engineProcess.ts',
	serve: 'engine/hosts/serve.ts',
	cli: 'engine/hosts/cli.ts',
	importWorker: 'engine/import/importWorker.ts',
	sortWorker: 'engine/import/cluster/sortWorker.ts',
	textNumberWorker: 'engine/import/cluster/textNumberWorker.ts',
	kernelWorker: 'engine/metrics/kernel/kernelWorker.ts',
	sqlWorker: 'engine/sql/sqlWorker.ts',
	proofWorker: 'engine/rules/proof/thread/proofWorker.ts',
};

/** The engine, with every package bundled: what is installed beside the app is Node or Electron and nothing else. */
export default defineConfig({
	root,
	ssr: { noExternal: true },
	build: {
		ssr: true,
		outDir: resolve(root, 'dist/engine'),
		emptyOutDir: true,
		target: 'node22',
		minify: false,
		sourcemap: true,
		rolldownOptions: {
			input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, resolve(root, path)])),
			external: [...builtinModules, /^node:/],
			output: {
				format: 'es',
				entryFileNames: '[name].js', // Beside the entries, because workers are found beside the file that starts them.
				chunkFileNames: '[name]-[hash].js',
			},
		},
	},
});
