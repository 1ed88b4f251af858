import { basename, extname } from 'node:path';
import type { Problem } from '#shared/model/problem.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { isoDay } from './asOfDay.ts';
import type { ProjectData } from './ProjectData.ts';
import { projectProblems } from './projectProblems.ts';
import { tableSummaryOf } from './tableSummaryOf.ts';

export const SAMPLE_KEY = 'sample';

/** What the screens know about a project, from its file and what was derived from it. */
export function describeProject(
	store: ProjectStore,
	tables: readonly StoredTable[],
	data: ProjectData,
	frame: CustomerFrame,
	findings: readonly Problem[],
	revision: number,
): ProjectState {
	const { path, isReadOnly } = store;
	const segmentation = store.segmentations.read();
	const versions = store.segmentations.versions();
	const newest = versions[0]?.definition;
	return {
		path,
		name: basename(path, extname(path)),
		isReadOnly,
		isSample: store.meta(SAMPLE_KEY) !== null,
		revision,
		tables: tables.map((table) => tableSummaryOf(table, data)),
		customers: data.customers,
		asOf: tables.length === 0 ? null : isoDay(frame.asOfDay),
		settings: store.settings(),
		segmentation,
		hasUnsavedVersion: newest
			? JSON.stringify(newest) !== JSON.stringify(segmentation)
			: segmentation.segments.length > 0,
		versions: versions.map(({ summary }) => summary),
		fields: [...frame.fields],
		undoLabel: store.history.undoLabel(),
		redoLabel: store.history.redoLabel(),
		problems: projectProblems(tables, data, frame.problems, findings, isReadOnly),
	};
}
