import { copyFileSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');
const outDir = resolve(root, 'dist/electron');

/** A sandboxed preload script must be one file, so main and preload are two builds that share no chunk. */
function bundle(name: 'main' | 'preload'): UserConfig {
	const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
	return {
		root,
		publicDir: false,
		define: { __TRANCHE_VERSION__: JSON.stringify(version) },
		ssr: { noExternal: true, external: ['electron'] },
		build: {
			ssr: true,
			outDir,
			emptyOutDir: name === 'main',
			target: 'node22',
			minify: false,
			sourcemap: true,
			rolldownOptions: {
				input: { [name]: resolve(root, `electron/${name}.ts`) },
				external: ['electron', ...builtinModules, /^node:/],
				output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
			},
		},
	};
}

const preloadAndIcon: Plugin = {
	name: 'preload-and-icon',
	async closeBundle() {
		await build({ ...bundle('preload'), configFile: false, logLevel: 'warn' });
		copyFileSync(resolve(root, 'build/icons/512x512.png'), resolve(outDir, 'icon.png'));
	},
};

/** The desktop shell: CommonJS, because a sandboxed preload script knows nothing else. */
export default defineConfig({ ...bundle('main'), plugins: [preloadAndIcon] });
