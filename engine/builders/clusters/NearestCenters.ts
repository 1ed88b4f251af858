import { squaredDistance } from './Points.ts';
import type { Points } from './Points.ts';

/** A centre that no point has yet. */
const NONE = 255;

/**
 * The nearest centre of every point, kept while the centres move. A point is looked at again only when the triangle inequality does not
 * rule out that another centre is nearer now: an upper bound of the distance to its own centre against a lower bound of that to any
 * other one (Hamerly 2010). The result is that of looking at every centre.
 */
export class NearestCenters {
	readonly centers: Points;
	readonly clusterOf: Uint8Array;
	readonly counts: Float64Array;
	readonly #points: Points;
	/** Sums of the points of each centre. */
	readonly #sums: Float64Array;
	readonly #upper: Float64Array;
	readonly #lower: Float64Array;
	/** Half the distance of each centre to the nearest other one: points nearer than that are not another's. */
	readonly #halfGap: Float64Array;

	constructor(points: Points, start: Points) {
		this.#points = points;
		this.centers = { ...start, values: start.values.slice() };
		this.clusterOf = new Uint8Array(points.count).fill(NONE);
		this.counts = new Float64Array(start.count);
		this.#sums = new Float64Array(start.values.length);
		this.#upper = new Float64Array(points.count).fill(Infinity);
		this.#lower = new Float64Array(points.count);
		this.#halfGap = new Float64Array(start.count);
	}

	/** Finds the centres of some points; returns how many changed theirs. */
	assign(from: number, to: number): number {
		const { clusterOf, centers } = this;
		let changed = 0;
		for (let point = from; point < to; point++) {
			const own = clusterOf[point]!;
			if (own !== NONE) {
				const safe = Math.max(this.#halfGap[own]!, this.#lower[point]!);
				if (this.#upper[point]! < safe) {
					continue;
				}
				this.#upper[point] = Math.sqrt(squaredDistance(this.#points, point, centers, own));
				if (this.#upper[point]! < safe) {
					continue;
				}
			}
			const nearest = this.#search(point);
			if (nearest !== own) {
				this.#count(point, own, -1);
				this.#count(point, nearest, 1);
				clusterOf[point] = nearest;
				changed++;
			}
		}
		return changed;
	}

	/** Every centre to the mean of its points. */
	moveCenters(): void {
		const { centers, counts } = this;
		const { size } = centers;
		const moved = new Float64Array(centers.count);
		for (let center = 0; center < centers.count; center++) {
			const from = center * size;
			const farthest = counts[center] === 0 ? this.#farthest() * size : -1;
			let squares = 0;
			for (let place = 0; place < size; place++) {
				const value =
					farthest === -1 ? this.#sums[from + place]! / counts[center]! : this.#points.values[farthest + place]!;
				squares += (value - centers.values[from + place]!) ** 2;
				centers.values[from + place] = value;
			}
			moved[center] = Math.sqrt(squares);
		}
		const most = Math.max(...moved);
		for (let point = 0; point < this.#points.count; point++) {
			this.#upper[point]! += moved[this.clusterOf[point]!]!;
			this.#lower[point]! -= most;
		}
		for (let center = 0; center < centers.count; center++) {
			let least = Infinity;
			for (let other = 0; other < centers.count; other++) {
				least = other === center ? least : Math.min(least, squaredDistance(centers, center, centers, other));
			}
			this.#halfGap[center] = Math.sqrt(least) / 2;
		}
	}

	/** Sum of squared distances of all points to their centres. */
	withinSquares(): number {
		let sum = 0;
		for (let point = 0; point < this.#points.count; point++) {
			sum += squaredDistance(this.#points, point, this.centers, this.clusterOf[point]!);
		}
		return sum;
	}

	/** The nearest centre of a point; its bounds become exact. */
	#search(point: number): number {
		const { size, values } = this.#points;
		const means = this.centers.values;
		const at = point * size;
		let nearest = 0;
		let least = Infinity;
		let second = Infinity;
		for (let center = 0, mean = 0; mean < means.length; center++, mean += size) {
			let distance = 0;
			for (let place = 0; place < size; place++) {
				const difference = values[at + place]! - means[mean + place]!;
				distance += difference * difference;
			}
			if (distance < least) {
				second = least;
				least = distance;
				nearest = center;
			} else if (distance < second) {
				second = distance;
			}
		}
		this.#upper[point] = Math.sqrt(least);
		this.#lower[point] = Math.sqrt(second);
		return nearest;
	}

	#count(point: number, center: number, sign: 1 | -1): void {
		if (center === NONE) {
			return;
		}
		const { size, values } = this.#points;
		this.counts[center]! += sign;
		for (let place = 0; place < size; place++) {
			this.#sums[center * size + place]! += sign * values[point * size + place]!;
		}
	}

	#farthest(): number {
		let farthest = 0;
		let most = -1;
		for (let point = 0; point < this.#points.count; point++) {
			const distance = squaredDistance(this.#points, point, this.centers, this.clusterOf[point]!);
			if (distance > most) {
				most = distance;
				farthest = point;
			}
		}
		return farthest;
	}
}
