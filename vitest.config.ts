import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
		exclude: ['test/e2e/**', 'node_modules/**', 'dist/**'],
		setupFiles: ['test/support/setup.ts'],
		// Generous, because a slow machine is no fault: the slowest test takes a tenth of it.
		testTimeout: 60_000,
		// Loading the engine anew for each of the test files would take longer than the tests themselves.
		isolate: false,
		maxWorkers: 2,
		restoreMocks: true,
		unstubEnvs: true,
		unstubGlobals: true,
		env: { TZ: 'UTC' },
	},
});
