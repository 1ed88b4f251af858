/**
 * Imports a file into a project in a process of its own, so that it can be killed, and run out of room or of memory, and nothing
 * else with it. `node importInChild.ts PROJECT FILE ROLE` prints one line of JSON; `begun` is printed as the import begins.
 */
import { previewSource } from '../../../engine/import/previewSource.ts';
import { Session } from '../../../engine/session/Session.ts';
import { tableRole } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';

const [projectPath, filePath, role] = process.argv.slice(2);
const startedMs = performance.now();
let outcome: Record<string, unknown>;
try {
	const session = await Session.open(projectPath ?? '');
	try {
		const { plan, problems } = await previewSource(filePath ?? '', { role: tableRole.parse(role) });
		const error = problems.find(({ severity }) => severity === 'error');
		if (error) {
			throw new EngineError('data', error.message);
		}
		process.stdout.write('begun\n');
		const table = await session.importTable(plan, null);
		outcome = { kind: 'imported', rows: table.rowsLoaded, quarantined: table.rowsQuarantined };
	} finally {
		await session.close();
	}
} catch (error) {
	outcome = {
		kind: error instanceof EngineError ? 'refused' : 'failed',
		message: error instanceof Error ? error.message : String(error),
	};
}
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(`${JSON.stringify({ ...outcome, peakBytes, durationMs: performance.now() - startedMs })}\n`);
