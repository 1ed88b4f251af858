/** Cells that the kernel reads in one step. */
const BLOCK_LANES = 4;

/** One cell times another: two lanes, the smaller first. */
export type Product = readonly [number, number];

/** How the sums of one group lie: the number of customers, a 0, the sums of all lanes, of their squares, and of the products. */
export interface RunShape {
	/** Lane of each column in a row of the matrix; -1 for a column whose cells are all 0. */
	readonly laneOf: readonly number[];
	/** A multiple of BLOCK_LANES. */
	readonly lanes: number;
	readonly products: readonly Product[];
}

/** Gives the columns lanes, and each pair of them one product. `isZero` says of each column whether its cells are all 0. */
export function planRun(isZero: readonly boolean[], pairs: readonly (readonly [number, number])[]): RunShape {
	let used = 0;
	const laneOf = isZero.map((zero) => (zero ? -1 : used++));
	const products: Product[] = [];
	for (const [left, right] of pairs) {
		const product = inOrder(laneOf[left]!, laneOf[right]!);
		if (left !== right && product[0] >= 0 && productAt(products, product) < 0) {
			products.push(product);
		}
	}
	return { laneOf, lanes: Math.ceil(used / BLOCK_LANES) * BLOCK_LANES, products };
}

/** Sums per group. */
export function strideOf({ lanes, products }: RunShape): number {
	return 2 + 2 * lanes + products.length;
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
	const product = productAt(products, inOrder(left, right));
	if (product < 0) {
		throw new Error(`The products of the columns ${x} and ${y} are not summed`);
	}
	return run[2 + 2 * lanes + product]!;
}

function inOrder(left: number, right: number): Product {
	return left < right ? [left, right] : [right, left];
}

function productAt(products: readonly Product[], [left, right]: Product): number {
	return products.findIndex((found) => found[0] === left && found[1] === right);
}
