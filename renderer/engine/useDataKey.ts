import { useMemo } from 'react';
import { useProject } from './useProject.ts';

/**
 * Changes when the customers or the date do, so that what was counted has to be counted again; null without data. Not the revision:
 * that also grows when rules are written, which changes nothing in the data.
 */
export function useDataKey(): string | null {
	const project = useProject();
	return useMemo(() => {
		const tables = project?.tables.map(({ id, importedAt, rowsLoaded, mapping }) => [
			id,
			importedAt,
			rowsLoaded,
			mapping,
		]);
		return project && project.customers > 0 ? JSON.stringify([tables, project.customers, project.asOf]) : null;
	}, [project]);
}
