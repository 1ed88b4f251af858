import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineModulePath } from '../../electron/enginePaths.ts';
import { projectArgument } from '../../electron/projectArgument.ts';
import { RestartBudget } from '../../electron/RestartBudget.ts';

test('the project named on the command line is found among switches, relative to where the command was given', () => {
	expect(projectArgument(['tranche', '--inspect=0', 'client.tranche'], '/data')).toBe(join('/data', 'client.tranche'));
	expect(projectArgument(['tranche', '/data/Client A.TRANCHE'], '/')).toBe('/data/Client A.TRANCHE');
	expect(projectArgument(['electron', '/code/tranche', 'a.tranche', 'b.tranche'], '/data')).toBe('/data/b.tranche');
});

test('without a project file there is none', () => {
	expect(projectArgument(['client.tranche'], '/')).toBeNull();
	expect(projectArgument(['electron', '/code/tranche', 'orders.csv', '--x=y.tranche'], '/')).toBeNull();
});

test('a packaged app runs its engine from beside the archive', () => {
	expect(engineModulePath('/opt/Tranche/resources/app.asar')).toBe(
		join('/opt/Tranche/resources/app.asar.unpacked', 'dist', 'engine', 'engineProcess.js'),
	);
	expect(engineModulePath('/code/tranche')).toBe(join('/code/tranche', 'dist', 'engine', 'engineProcess.js'));
});

test('five restarts a minute are allowed, the sixth has to wait', () => {
	const budget = new RestartBudget();
	const taken = [0, 1, 2, 3, 4, 5, 59_999, 60_000].map((atMs) => budget.take(atMs));
	expect(taken).toEqual([true, true, true, true, true, false, false, true]);
});
