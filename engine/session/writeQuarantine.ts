import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { unlink } from 'node:fs/promises';
import type { QuarantinedRow } from '#shared/model/table.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { csvText } from '../export/csvText.ts';
import type { Job } from '../job.ts';

/** Line, reason and text of quarantined rows as CSV in UTF-8. A cancel takes the file away again. */
export async function writeQuarantine(
	path: string,
	batches: Iterable<readonly QuarantinedRow[]>,
	total: number,
	job: Job,
): Promise<number> {
	const stream = createWriteStream(path, { flags: 'wx', encoding: 'utf8' });
	try {
		await once(stream, 'open');
	} catch (error) {
		const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
		throw new EngineError(
			isThere ? 'conflict' : 'data',
			isThere
				? `${path} exists already. Choose another name; Tranche replaces no files.`
				: `${path} cannot be written.`,
			{ cause: error },
		);
	}
	let written = 0;
	try {
		stream.write('line,reason,text\r\n');
		for (const rows of batches) {
			const lines = rows.map(({ line, reason, text }) => `${line},${csvText(reason)},${csvText(text)}\r\n`);
			if (!stream.write(lines.join(''))) {
				await once(stream, 'drain');
			}
			written += rows.length;
			await job.tick(written, total, 'Writing the quarantine');
		}
		stream.end();
		await finished(stream);
	} catch (error) {
		stream.destroy();
		await unlink(path).catch(() => undefined);
		throw error;
	}
	return written;
}
