import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { SqlDialectId } from '#shared/model/sqlDialect.ts';
import type { Job } from '../../job.ts';
import type { Session } from '../../session/Session.ts';
import { exportTable } from '../table/exportTable.ts';
import { plainCsvFormat } from '../table/csvFormat.ts';
import { requireFreeFolder } from '../requireFreeFolder.ts';
import { writingError } from '../writingError.ts';
import { frameRows, frameSql } from './frameSql.ts';

export interface SqlOrder {
	readonly session: Session;
	readonly segmentation: Segmentation;
	readonly dialect: SqlDialectId;
	/** Made when it does not exist. */
	readonly dir: string;
	readonly job: Job;
}

/**
 * Writes segments.sql (the SELECT), create_table.sql and the customers for it: as CSV, for SQLite as a database. Returns the paths and
 * sentences on what differs. All files or none; throws `data` when the folder holds such files already.
 */
export async function writeFrameSql({ session, segmentation, dialect, dir, job }: SqlOrder) {
	const data = dialect === 'sqlite' ? 'customers.sqlite' : 'customers.csv';
	const names = ['segments.sql', 'create_table.sql', data];
	const { select, createTable, notes } = frameSql(session, segmentation, dialect);
	requireFreeFolder(dir, names);
	const files = names.map((name) => join(dir, name));
	const [selectPath, tablePath, dataPath] = files;
	const written: string[] = [];
	try {
		for (const [path, text] of [
			[selectPath!, select],
			[tablePath!, createTable],
		] as const) {
			writeFileSync(path, text, { flag: 'wx' });
			written.push(path);
		}
		const result = await exportTable({
			...frameRows(session),
			format: dialect === 'sqlite' ? 'sqlite' : plainCsvFormat,
			path: dataPath!,
			where: null,
			mayReplace: false,
			job,
		});
		return { files, notes: [...notes, ...result.notes] };
	} catch (error) {
		for (const path of written) {
			rmSync(path, { force: true });
		}
		throw writingError(error, files[written.length] ?? dir);
	}
}
