import type { EngineClient } from '#shared/protocol/EngineClient.ts';
import type { MethodName, Result } from '#shared/protocol/methods.ts';
import { expectTypeOf, test } from 'vitest';
import type { Handlers } from '../../../engine/server.ts';

test('calls are typed by their schemas and a missing handler does not compile', () => {
	type Call = EngineClient['call'];
	expectTypeOf<Parameters<Call>[0]>().toEqualTypeOf<MethodName>();
	expectTypeOf<Result<'tables.page'>>().toEqualTypeOf<{ rows: Uint8Array; total: number }>();
	expectTypeOf<keyof Handlers>().toEqualTypeOf<MethodName>();
	expectTypeOf<Omit<Handlers, 'project.undo'>>().not.toExtend<Handlers>();

	const check = (client: EngineClient) => [
		// @ts-expect-error there is no such method
		client.call('project.nope', {}),
		// @ts-expect-error an argument is missing
		client.call('project.open', {}),
		// @ts-expect-error an argument has another type
		client.call('tables.remove', { tableId: 'one' }),
	];
	expectTypeOf(check).toBeFunction();
});
