import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
		exclude: ['test/e2e/**', 'node_modules/**', 'dist/**'],
		setupFiles: ['test/support/setup.ts'],
		testTimeout: 30_000,
		env: { TZ: 'UTC' },
	},
});
