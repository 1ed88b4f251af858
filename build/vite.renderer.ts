import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** The page: one bundle for the desktop and for the browser host. Charts load lazily. */
export default defineConfig({
	root: resolve(root, 'renderer'),
	base: './',
	plugins: [react()],
	build: {
		outDir: resolve(root, 'dist/renderer'),
		emptyOutDir: true,
		target: 'chrome140',
		modulePreload: { polyfill: false },
		assetsInlineLimit: 0,
		chunkSizeWarningLimit: 1500,
	},
});
