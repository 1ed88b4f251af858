/**
 * The compiled twin of `addRows` in engine/metrics/kernel/aggregate.ts: the same sums, bit for bit, since each of them adds the same
 * numbers in the same order. Two pairs at a time.
 */
export function addRows(values: usize, groups: usize, from: i32, to: i32, lanes: i32, sums: usize): void {
	const block = <usize>lanes << 3;
	const row = block << 1;
	const stride = 16 + 5 * block;
	let x = values + <usize>from * row;
	for (let index = from; index < to; index++) {
		const group = sums + <usize>load<u16>(groups + (<usize>index << 1)) * stride;
		store<f64>(group, load<f64>(group) + 1);
		const end = x + block;
		let slot = group + 16;
		for (; x < end; x += 16, slot += 16) {
			const a = v128.load(x);
			const b = v128.load(x + block);
			v128.store(slot, f64x2.add(v128.load(slot), a));
			v128.store(slot + block, f64x2.add(v128.load(slot + block), b));
			v128.store(slot + 2 * block, f64x2.add(v128.load(slot + 2 * block), f64x2.mul(a, a)));
			v128.store(slot + 3 * block, f64x2.add(v128.load(slot + 3 * block), f64x2.mul(b, b)));
			v128.store(slot + 4 * block, f64x2.add(v128.load(slot + 4 * block), f64x2.mul(a, b)));
		}
		x += block;
	}
}
