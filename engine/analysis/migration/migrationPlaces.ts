import { EXCLUDED_PLACE, NOT_YET_PLACE, type MigrationPlace } from '#shared/model/segmentMigration.ts';
import type { Assignment } from '../../rules/Assignment.ts';
import type { DatedState } from './MigrationInput.ts';

/** Segments and remainder, the excluded, those who are not customers yet: in the order of the codes. */
export function migrationPlaces({ segments }: Assignment): readonly MigrationPlace[] {
	return [
		...segments.map(({ id, name, isRemainder }) => ({
			id,
			name,
			kind: isRemainder ? ('remainder' as const) : ('segment' as const),
		})),
		{ id: EXCLUDED_PLACE, name: 'Excluded', kind: 'excluded' },
		{ id: NOT_YET_PLACE, name: 'Not yet a customer', kind: 'not-yet' },
	];
}

/** Where each customer is; at most 203 places. The excluded have the code after the last segment already. */
export function placeCodes({ assignment, isCustomer }: Pick<DatedState, 'assignment' | 'isCustomer'>): Uint8Array {
	const { codes, segments } = assignment;
	const notYet = segments.length + 1;
	const places = new Uint8Array(codes.length);
	for (let row = 0; row < codes.length; row++) {
		places[row] = isCustomer(row) ? codes[row]! : notYet;
	}
	return places;
}
