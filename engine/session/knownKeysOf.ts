import type { KnownKeys } from '../import/guess/KnownKeys.ts';
import type { ProjectData } from './ProjectData.ts';

/** The customers of a project, for guesses about the next file. */
export function knownKeysOf({ customers, rowsOf }: Pick<ProjectData, 'customers' | 'rowsOf'>): KnownKeys {
	return {
		customerShare(values) {
			if (customers === 0) {
				return null;
			}
			const labels = [...new Set(values)];
			if (labels.length === 0) {
				return 0;
			}
			const codes = Int32Array.from(labels.keys());
			const rows = rowsOf({ kind: 'category', type: 'text', length: labels.length, codes, labels, nulls: null });
			return rows.reduce((sum, row) => sum + (row >= 0 ? 1 : 0), 0) / labels.length;
		},
	};
}
