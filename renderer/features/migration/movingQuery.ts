import { migrationQuery, type MigrationQuery } from '#shared/model/segmentMigration.ts';
import type { ViewParams } from '../../workbench/contribution.ts';

/** What the tab with customers shows, as its parameters, which are stored with the layout. */
export function movingParams(query: MigrationQuery, title: string): ViewParams {
	return { ...query, title };
}

/** null for parameters that cannot be read. */
export function queryOf({ from, to, origin, destination }: ViewParams): MigrationQuery | null {
	const parsed = migrationQuery.safeParse({ from, to, origin, destination });
	return parsed.success ? parsed.data : null;
}
