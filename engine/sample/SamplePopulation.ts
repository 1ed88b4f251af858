import { channelEffects, tiers, type PlantedSegmentId, type Tier } from './plantedEffects.ts';
import { plantedSegment } from './plantedSegment.ts';
import { RandomStream } from '../stats/RandomStream.ts';
import { FIRST_DAY, LAST_ORDER_DAY } from './sampleCalendar.ts';
import { purposes } from './samplePurposes.ts';
import { cumulative } from './sampleWorld.ts';

/** The first customer's number; the others follow without gaps. */
export const FIRST_CUSTOMER_ID = 100_001;

/** Days count from FIRST_DAY here, to fit 16 bits. */
const NEVER = 0xffff;
const LAST = LAST_ORDER_DAY - FIRST_DAY;

/** How eagerly a customer buys; hidden from the files. Orders a month after the second order, and who has which tier. */
const habits = [
	{ share: 0.4, ordersPerMonth: 0.16, tiers: cumulative([0.68, 0.24, 0.07, 0.01]) },
	{ share: 0.38, ordersPerMonth: 0.42, tiers: cumulative([0.34, 0.38, 0.21, 0.07]) },
	{ share: 0.22, ordersPerMonth: 0.95, tiers: cumulative([0.14, 0.26, 0.34, 0.26]) },
] as const;
const habitShares = cumulative(habits.map((habit) => habit.share));
const channelShares = cumulative(channelEffects.map((effect) => effect.share));

/**
 * What later files have to know about each customer, in 17 bytes a head: who they are (drawn once) and what they have ordered
 * (filled by writeOrders).
 */
export class SamplePopulation {
	readonly size: number;
	/** Orders noted so far, of all customers. */
	orderCount = 0;
	readonly #signup: Uint16Array;
	readonly #first: Uint16Array;
	readonly #second: Uint16Array;
	readonly #lastActive: Uint16Array;
	readonly #lastOrder: Uint16Array;
	readonly #orders: Uint16Array;
	readonly #revenue: Int32Array;
	/** Habit in bits 0-1, tier in 2-3, channel in 4-6, and bit 7 where the tier is missing from the files. */
	readonly #traits: Uint8Array;
	readonly #signupMissing: Uint8Array;

	constructor(size: number, seed: number) {
		this.size = size;
		this.#signup = new Uint16Array(size);
		this.#first = new Uint16Array(size);
		this.#second = new Uint16Array(size).fill(NEVER);
		this.#lastActive = new Uint16Array(size);
		this.#lastOrder = new Uint16Array(size).fill(NEVER);
		this.#orders = new Uint16Array(size);
		this.#revenue = new Int32Array(size);
		this.#traits = new Uint8Array(size);
		this.#signupMissing = new Uint8Array(size);
		const random = new RandomStream(seed);
		for (let row = 0; row < size; row++) {
			random.restart(row, purposes.population);
			this.#draw(row, random);
		}
	}

	#draw(row: number, random: RandomStream): void {
		const habit = random.pick(habitShares);
		const tier = random.pick(habits[habit]!.tiers);
		const channel = random.pick(channelShares);
		// The business grows: a third of the customers come evenly, the others with linearly rising frequency.
		const steady = random.below(LAST + 1);
		const rising = Math.max(random.below(LAST + 1), random.below(LAST + 1));
		const signup = random.chance(0.35) ? steady : rising;
		this.#traits[row] = habit | (tier << 2) | (channel << 4) | (random.chance(0.015) ? 0x80 : 0);
		this.#signup[row] = signup;
		this.#signupMissing[row] = random.chance(0.005) ? 1 : 0;
		const start = random.unit();
		const delay = 1 + random.below(60);
		const first = start < 0.88 ? signup : start < 0.95 ? signup + delay : NEVER;
		this.#first[row] = first > LAST ? NEVER : first;
		const isRepeater = random.chance(channelEffects[channel]!.repeatRate);
		const gap = 20 + random.below(121);
		const activeShare = random.chance(0.58) ? 1 : random.unit();
		if (first <= LAST && isRepeater && first + gap <= LAST) {
			this.#second[row] = first + gap;
			this.#lastActive[row] = first + gap + Math.floor((LAST - first - gap) * activeShare);
		}
	}

	id(row: number): number {
		return FIRST_CUSTOMER_ID + row;
	}

	signupDay(row: number): number {
		return FIRST_DAY + this.#signup[row]!;
	}

	/** Whether customers.csv leaves the sign-up date empty. */
	isSignupMissing(row: number): boolean {
		return this.#signupMissing[row] === 1;
	}

	/** Whether customers.csv leaves the tier empty. */
	isTierMissing(row: number): boolean {
		return (this.#traits[row]! & 0x80) !== 0;
	}

	tier(row: number): Tier {
		return tiers[this.tierIndex(row)] ?? 'standard';
	}

	tierIndex(row: number): number {
		return (this.#traits[row]! >> 2) & 3;
	}

	channelIndex(row: number): number {
		return (this.#traits[row]! >> 4) & 7;
	}

	/** Orders a month once the customer has ordered twice. */
	ordersPerMonth(row: number): number {
		return habits[this.#traits[row]! & 3]!.ordersPerMonth;
	}

	/** Days since 1970, beyond every date of the sample where there is no such order. */
	firstOrderDay(row: number): number {
		return FIRST_DAY + this.#first[row]!;
	}

	secondOrderDay(row: number): number {
		return FIRST_DAY + this.#second[row]!;
	}

	/** Last day on which the customer may order again, meaningful with a second order. */
	lastActiveDay(row: number): number {
		return FIRST_DAY + this.#lastActive[row]!;
	}

	/** Orders noted so far. */
	orders(row: number): number {
		return this.#orders[row]!;
	}

	/** Notes an order; orders of a customer come in any sequence of days. */
	noteOrder(row: number, day: number, revenue: number): void {
		this.orderCount++;
		const relative = day - FIRST_DAY;
		const last = this.#lastOrder[row]!;
		this.#lastOrder[row] = last === NEVER ? relative : Math.max(last, relative);
		this.#orders[row] = this.#orders[row]! + 1;
		this.#revenue[row] = this.#revenue[row]! + revenue;
	}

	/** The segment in which the files show this customer; complete once all orders are noted. */
	segment(row: number): PlantedSegmentId {
		const last = this.#lastOrder[row]!;
		const first = last === NEVER ? null : this.firstOrderDay(row);
		return plantedSegment({
			tier: this.isTierMissing(row) ? null : this.tier(row),
			tenureStart: this.isSignupMissing(row) ? first : this.signupDay(row),
			orders: this.#orders[row]!,
			revenue: this.#revenue[row]!,
			lastOrderDay: last === NEVER ? null : FIRST_DAY + last,
		});
	}
}
