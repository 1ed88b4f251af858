/** Customers as points: the values of point p are `values[p * size .. (p + 1) * size]`. Centres have the same form. */
export interface Points {
	readonly count: number;
	readonly size: number;
	readonly values: Float64Array;
}

export function pointsOf(columns: readonly Float64Array[]): Points {
	const size = columns.length;
	const count = columns[0]?.length ?? 0;
	const values = new Float64Array(count * size);
	for (const [place, column] of columns.entries()) {
		for (let point = 0; point < count; point++) {
			values[point * size + place] = column[point]!;
		}
	}
	return { count, size, values };
}

export function pickPoints({ size, values }: Points, indexes: ArrayLike<number>): Points {
	const picked = new Float64Array(indexes.length * size);
	for (let place = 0; place < indexes.length; place++) {
		picked.set(values.subarray(indexes[place]! * size, (indexes[place]! + 1) * size), place * size);
	}
	return { count: indexes.length, size, values: picked };
}

/** Squared Euclidean distance. */
export function squaredDistance(left: Points, at: number, right: Points, other: number): number {
	const { size } = left;
	let sum = 0;
	for (let place = 0; place < size; place++) {
		const difference = left.values[at * size + place]! - right.values[other * size + place]!;
		sum += difference * difference;
	}
	return sum;
}
