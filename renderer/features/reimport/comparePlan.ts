import type { CallOptions } from '#shared/protocol/EngineClient.ts';
import type { EngineSession } from '../../engine/EngineSession.ts';
import { compared, type Compared } from './reimportState.ts';

/** Reads the export and compares it with the table; the outcome is kept in `compared`. */
export async function comparePlan(
	engine: EngineSession,
	tableId: number,
	{ plan, notes }: Pick<Compared, 'plan' | 'notes'>,
	keys: readonly string[] | null,
	options: CallOptions,
): Promise<void> {
	const diff = await engine.call('reimport.compare', { tableId, plan, keys: keys && [...keys] }, options);
	compared.set({ diff, plan, notes });
}
