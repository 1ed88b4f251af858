import type { CompareOperator } from '#shared/rules/Rule.ts';
import type { FillNumbers, FillTexts, FillTruths, Truth } from './BlockReader.ts';
import type { BlockScope } from './BlockScope.ts';
import { compareText } from './compareText.ts';

/** What a comparison is where the left value is below, equal to and above the right one; unknown where one of them is missing. */
type OrderTruths = readonly [below: Truth, equal: Truth, above: Truth];

export const orderTruths: Readonly<Record<CompareOperator, OrderTruths>> = {
	'=': [0, 1, 0],
	'!=': [1, 0, 1],
	'<': [1, 0, 0],
	'<=': [1, 1, 0],
	'>': [0, 0, 1],
	'>=': [0, 1, 1],
};

export function compareNumbers(
	[below, equal, above]: OrderTruths,
	left: FillNumbers,
	right: FillNumbers,
	{ numbers }: BlockScope,
): FillTruths {
	return (from, count, into) => {
		const a = numbers.take();
		const b = numbers.take();
		left(from, count, a);
		right(from, count, b);
		for (let index = 0; index < count; index++) {
			const order = a[index]! - b[index]!;
			into[index] = order < 0 ? below : order > 0 ? above : order === 0 ? equal : 2;
		}
		numbers.giveBack();
		numbers.giveBack();
	};
}

export function compareTexts(
	[below, equal, above]: OrderTruths,
	left: FillTexts,
	right: FillTexts,
	{ texts }: BlockScope,
): FillTruths {
	return (from, count, into) => {
		const a = texts.take();
		const b = texts.take();
		left(from, count, a);
		right(from, count, b);
		for (let index = 0; index < count; index++) {
			const [x, y] = [a[index]!, b[index]!];
			if (x === null || y === null) {
				into[index] = 2;
			} else {
				into[index] = x === y ? equal : compareText(x, y) < 0 ? below : above;
			}
		}
		texts.giveBack();
		texts.giveBack();
	};
}

/** False is below true. */
export function compareTruths(
	[below, equal, above]: OrderTruths,
	left: FillTruths,
	right: FillTruths,
	{ truths }: BlockScope,
): FillTruths {
	return (from, count, into) => {
		left(from, count, into);
		const other = truths.take();
		right(from, count, other);
		for (let index = 0; index < count; index++) {
			const order = into[index]! - other[index]!;
			const isUnknown = into[index] === 2 || other[index] === 2;
			into[index] = isUnknown ? 2 : order < 0 ? below : order > 0 ? above : equal;
		}
		truths.giveBack();
	};
}
