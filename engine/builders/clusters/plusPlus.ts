import type { RandomStream } from '../../stats/RandomStream.ts';
import { pickPoints, squaredDistance } from './Points.ts';
import type { Points } from './Points.ts';

/**
 * First centres: a random point, then each next one with a probability in proportion to the squared distance from the nearest centre so
 * far (k-means++, Arthur and Vassilvitskii 2007). Fewer than `count` different points give repeated centres.
 */
export function plusPlus(points: Points, count: number, draws: RandomStream): Points {
	const chosen = [draws.below(points.count)];
	const nearest = new Float64Array(points.count).fill(Infinity);
	while (chosen.length < count) {
		const last = chosen.at(-1)!;
		let total = 0;
		for (let point = 0; point < points.count; point++) {
			const distance = squaredDistance(points, point, points, last);
			nearest[point] = distance < nearest[point]! ? distance : nearest[point]!;
			total += nearest[point]!;
		}
		let left = draws.unit() * total;
		let next = points.count - 1;
		for (let point = 0; point < points.count; point++) {
			left -= nearest[point]!;
			if (left < 0) {
				next = point;
				break;
			}
		}
		chosen.push(next);
	}
	return pickPoints(points, chosen);
}
