/** Cells that the kernel reads in one step: a block. */
export const BLOCK_LANES = 4;

/** A cell times each of the four of a block. */
export interface Product {
	readonly lane: number;
	readonly block: number;
}

/**
 * How the sums of one group lie: the number of customers, a 0, the sums of all lanes, of their squares, and of the products, four for
 * each.
 */
export interface RunShape {
	/** Lane of each column in a row of the matrix; -1 for a column whose cells are all 0. */
	readonly laneOf: readonly number[];
	/** A multiple of BLOCK_LANES. */
	readonly lanes: number;
	readonly products: readonly Product[];
}

/**
 * Gives the columns lanes so that few products hold all pairs: those that stand in many pairs share the first blocks. `isZero` says of
 * each column whether its cells are all 0.
 */
export function planRun(isZero: readonly boolean[], pairs: readonly (readonly [number, number])[]): RunShape {
	const isNeeded = ([left, right]: readonly [number, number]) => left !== right && !isZero[left] && !isZero[right];
	const needed = pairs.filter(isNeeded);
	const partners = isZero.map(
		(_, column) => new Set(needed.flatMap((pair) => (pair.includes(column) ? pair : []))).size,
	);
	const laneOf = isZero.map(() => -1);
	const inOrder = [...isZero.keys()].filter((column) => !isZero[column]);
	for (const [lane, column] of inOrder.toSorted((a, b) => partners[b]! - partners[a]!).entries()) {
		laneOf[column] = lane;
	}
	const products: Product[] = [];
	for (const [left, right] of needed) {
		const [low, high] = [laneOf[left]!, laneOf[right]!].toSorted((a, b) => a - b);
		const product = { lane: high!, block: Math.floor(low! / BLOCK_LANES) };
		if (!products.some(({ lane, block }) => lane === product.lane && block === product.block)) {
			products.push(product);
		}
	}
	return { laneOf, lanes: Math.ceil(inOrder.length / BLOCK_LANES) * BLOCK_LANES, products };
}

/** Sums per group. */
export function strideOf({ lanes, products }: RunShape): number {
	return 2 + 2 * lanes + BLOCK_LANES * products.length;
}

/** The sum of a column in a run. */
export function sumIn({ laneOf }: RunShape, run: Float64Array, column: number): number {
	const lane = laneOf[column]!;
	return lane < 0 ? 0 : run[2 + lane]!;
}

/** The sum of the products of two columns, or of the squares of one. */
export function productIn({ laneOf, lanes, products }: RunShape, run: Float64Array, x: number, y: number): number {
	const [left, right] = [laneOf[x]!, laneOf[y]!];
	if (left < 0 || right < 0) {
		return 0;
	}
	if (left === right) {
		return run[2 + lanes + left]!;
	}
	const [low, high] = [Math.min(left, right), Math.max(left, right)];
	const block = Math.floor(low / BLOCK_LANES);
	const product = products.findIndex((found) => found.lane === high && found.block === block);
	if (product < 0) {
		throw new Error(`The products of the columns ${x} and ${y} are not summed`);
	}
	return run[2 + 2 * lanes + product * BLOCK_LANES + (low % BLOCK_LANES)]!;
}
