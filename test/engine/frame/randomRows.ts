import type { OrderRow, RecipientRow } from './eventRows.ts';

/** Mulberry32: the same numbers for the same seed, 0 to 1. */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export const FIRST_DAY = 19_000;
export const AS_OF_DAY = 19_300;

/** A few customers have many orders, some none; one in twenty rows lacks a date, a revenue or a cost; some orders have several lines. */
export function randomOrders(seed: number, customers: number, rows: number): readonly OrderRow[] {
	const random = seededRandom(seed);
	const unless = <V>(share: number, value: V) => (random() < share ? null : value);
	return Array.from({ length: rows }, (_, at) => {
		const customer = Math.floor(random() ** 2 * customers * 1.05);
		const order = `${customer}-${Math.floor(random() * 6)}`;
		return {
			customer,
			order: at % 50 === 0 ? null : order,
			day: unless(0.05, FIRST_DAY + Math.floor(random() * 330)),
			revenue: unless(0.05, Math.floor(random() * 20_000) - 500),
			cost: unless(0.05, Math.floor(random() * 9_000)),
		};
	});
}

/** Some customers get several messages, some are found in both arms, some rows are in neither. */
export function randomRecipients(seed: number, customers: number, rows: number): readonly RecipientRow[] {
	const random = seededRandom(seed);
	const unless = <V>(share: number, value: V) => (random() < share ? null : value);
	return Array.from({ length: rows }, () => {
		const customer = Math.floor(random() * customers * 1.05);
		const usual = customer % 3 === 0 ? 'holdout' : 'mailed';
		const arm = random() < 0.03 ? 'seed list' : random() < 0.05 ? 'mailed' : usual;
		const isMailed = arm === 'mailed';
		return {
			customer,
			day: unless(0.05, FIRST_DAY + Math.floor(random() * 330)),
			arm: unless(0.02, arm),
			delivered: unless(0.02, isMailed && random() < 0.95),
			opened: unless(0.05, isMailed && random() < 0.4),
			clicked: unless(0.05, isMailed ? Math.floor(random() * 3) : 0),
			convertedMs: random() < (isMailed ? 0.2 : 0.12) ? FIRST_DAY * 86_400_000 : null,
			revenue: unless(0.05, random() < 0.15 ? Math.floor(random() * 10_000) : 0),
		};
	});
}

export const ARMS = { treatment: ['mailed'], control: ['holdout'] };
