import { placeUnit, type TableSource } from '#shared/model/tableSource.ts';

/** What heads the numbers of places in a file; lines where nothing is known of it. */
export function placeHeading(source: TableSource | null): 'Line' | 'Row' {
	return source !== null && placeUnit(source) === 'row' ? 'Row' : 'Line';
}
