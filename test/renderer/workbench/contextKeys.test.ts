import { expect, test } from 'vitest';
import { holds, when } from '../../../renderer/workbench/contextKeys.ts';
import { contextFixture } from './contextFixture.ts';

test('clauses combine, and no clause always holds', () => {
	const context = contextFixture({ hasProject: true, activeEditor: 'lift' });
	expect([
		holds(undefined, context),
		holds(when.has('hasProject'), context),
		holds(when.not(when.has('hasProject')), context),
		holds(when.and(when.has('hasProject'), when.is('activeEditor', 'lift')), context),
		holds(when.and(when.has('hasProject'), when.is('activeEditor', 'card')), context),
	]).toEqual([true, true, false, true, false]);
});

test('a clause with an unknown key or a value of the wrong type does not compile', () => {
	// @ts-expect-error there is no such key
	when.has('hasProjekt');
	// @ts-expect-error the key holds a boolean
	when.is('hasProject', 'yes');
	expect(Object.keys(when)).toEqual(['has', 'is', 'not', 'and']);
});
