import type { ProjectState } from '#shared/model/projectState.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import type { ProjectData } from './ProjectData.ts';

/** The project at one moment, complete and never changed: what reads work with while a write prepares the next one. */
export interface Snapshot {
	readonly state: ProjectState;
	readonly tables: readonly StoredTable[];
	readonly data: ProjectData;
	readonly frame: CustomerFrame;
}
