import type { MovePlace, PeopleMoved } from '#shared/model/peopleMoved.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { NumberColumn } from '../columns/Column.ts';
import type { Frame } from '../frame/Frame.ts';
import type { Assignment } from '../rules/Assignment.ts';
import { flowMatrix } from './flowMatrix.ts';

export interface AssignedState {
	readonly segmentation: Segmentation;
	readonly assignment: Assignment;
}

/** No segment has it: ids have no spaces. */
const EXCLUDED_ID = 'not counted';

/**
 * Where the customers of a frame are by two states of a segmentation. Revenue is summed in minor units, so that rows and columns of the
 * matrix add up to the cent; customers without a value count as 0. Places are the same where their ids are.
 */
export function peopleMoved(frame: Frame, before: AssignedState, after: AssignedState): PeopleMoved {
	const column = frame.columns.get('revenue');
	const revenue = column?.kind === 'number' ? column : null;
	const [from, to] = [before, after].map(({ assignment }) => assignment);
	const width = to!.segments.length + 1;
	// Rows without a value hold 0.
	const matrix = flowMatrix(
		{ codes: from!.codes, places: from!.segments.length + 1 },
		{ codes: to!.codes, places: width },
		[revenue?.values ?? null],
	);
	const { people } = matrix;
	const sums = matrix.sums[0]!;
	const moneyOf = (sum: number) => (revenue ? amount(sum, revenue) : null);
	const sumOver = (values: Float64Array, isWanted: (cell: number) => boolean) =>
		values.reduce((sum, value, cell) => (isWanted(cell) ? sum + value : sum), 0);
	const placesOf = ({ segmentation, assignment }: AssignedState, positionOf: (cell: number) => number): MovePlace[] =>
		namesOf(segmentation, assignment).map((place, index) => ({
			...place,
			people: sumOver(people, (cell) => positionOf(cell) === index),
			revenue: moneyOf(sumOver(sums, (cell) => positionOf(cell) === index)),
		}));
	const placesBefore = placesOf(before, (cell) => Math.floor(cell / width));
	const placesAfter = placesOf(after, (cell) => cell % width);
	const isStay = (cell: number) => placesBefore[Math.floor(cell / width)]?.id === placesAfter[cell % width]?.id;
	return {
		customers: frame.length,
		before: placesBefore,
		after: placesAfter,
		flows: [...people.keys()]
			.filter((cell) => people[cell]! > 0)
			.map((cell) => ({
				from: Math.floor(cell / width),
				to: cell % width,
				people: people[cell]!,
				revenue: moneyOf(sums[cell]!),
				isStay: isStay(cell),
			})),
		moved: {
			people: sumOver(people, (cell) => !isStay(cell)),
			revenue: moneyOf(sumOver(sums, (cell) => !isStay(cell))),
		},
		problems: [...problemsOf('before', from!), ...problemsOf('after', to!)],
	};
}

/** The excluded stand at the end where there are exclusions: their code is the number of segments. */
function namesOf({ exclusions }: Segmentation, { segments }: Assignment): Omit<MovePlace, 'people' | 'revenue'>[] {
	const places = segments.map(({ id, name, isRemainder }) => ({
		id,
		name,
		kind: isRemainder ? ('remainder' as const) : ('segment' as const),
	}));
	return exclusions.length === 0 ? places : [...places, { id: EXCLUDED_ID, name: 'Excluded', kind: 'excluded' }];
}

function amount(sum: number, { scale }: NumberColumn): number {
	return sum / 10 ** scale;
}

function problemsOf(state: 'before' | 'after', { problems }: Assignment): string[] {
	return problems
		.filter(({ severity, code }) => severity === 'error' && code !== 'segments.overlap')
		.map(({ message }) => `${state === 'before' ? 'Before' : 'After'}: ${message}`);
}
