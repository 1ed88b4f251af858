import type { FillNumbers } from './BlockReader.ts';
import type { BlockScope } from './BlockScope.ts';

/** Of several numbers or instants the first that has a value (coalesce). */
export function firstNumbers(options: readonly FillNumbers[], { numbers }: BlockScope): FillNumbers {
	const [first, ...others] = options;
	return (from, count, into) => {
		first!(from, count, into);
		const other = numbers.take();
		for (const fill of others) {
			fill(from, count, other);
			for (let index = 0; index < count; index++) {
				const value = into[index]!;
				into[index] = Number.isNaN(value) ? other[index]! : value;
			}
		}
		numbers.giveBack();
	};
}
