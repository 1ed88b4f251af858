import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface BenchFiles {
	readonly orders: string;
	/** The same orders with text for customer keys. */
	readonly textOrders: string;
	readonly customers: string;
	readonly customerCount: number;
}

const CHANNELS = ['web', 'mobile_app', 'store', 'call_center', 'marketplace', 'partner', 'social', 'wholesale'];
const CATEGORIES = [
	'Electronics',
	'Books',
	'Garden',
	'Toys',
	'Shoes',
	'Clothing',
	'Beauty',
	'Grocery',
	'Sports',
	'Music',
	'Office',
	'Jewelry',
	'Furniture',
	'Health',
	'Travel',
	'Tools',
];
const COUNTRIES = [
	'DE',
	'FR',
	'GB',
	'US',
	'ES',
	'IT',
	'NL',
	'BE',
	'PL',
	'SE',
	'NO',
	'DK',
	'FI',
	'CZ',
	'AT',
	'CH',
	'PT',
	'IE',
	'GR',
	'HU',
];
const ACQUISITION = ['organic', 'paid_search', 'paid_social', 'referral', 'email', 'affiliate', 'tv', 'direct'];
const PLANS = ['free', 'basic', 'plus', 'pro', 'enterprise'];
const FIRST_DAY_MS = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;
const DAYS = 1095;

/** Writes orders.csv (8 columns, skewed over customers, roughly in date order) and customers.csv, once per size. Seeded. */
export function generateData(folder: string, orderCount: number): BenchFiles {
	const customerCount = Math.max(1000, Math.round(orderCount / 10));
	const files = {
		orders: join(folder, `orders-${orderCount}.csv`),
		textOrders: join(folder, `orders-text-${orderCount}.csv`),
		customers: join(folder, `customers-${orderCount}.csv`),
		customerCount,
	};
	mkdirSync(folder, { recursive: true });
	for (const [path, keyOf] of [
		[files.orders, String],
		[files.textOrders, (customer: number) => `C-${String(customer).padStart(8, '0')}`],
	] as const) {
		if (!existsSync(path)) {
			const header = 'order_id,customer_id,order_date,revenue,cost,channel,product_category,returned';
			writeLines(path, header, orderCount, orderLine(orderCount, customerCount, keyOf));
		}
	}
	if (!existsSync(files.customers)) {
		writeLines(
			files.customers,
			'customer_id,country,age,signup_date,acquisition_channel,plan,email,consent,group,converted',
			customerCount,
			customerLine(),
		);
	}
	return files;
}

function orderLine(
	orderCount: number,
	customerCount: number,
	keyOf: (customer: number) => string,
): (index: number) => string {
	const random = mulberry32(42);
	const dates = isoDates(FIRST_DAY_MS, DAYS);
	return (index) => {
		const customer = ((Math.floor(customerCount * random() ** 2.5) * 7919 + 13) % customerCount) + 1;
		const day = Math.min(DAYS - 1, Math.max(0, Math.floor((index / orderCount) * DAYS + (random() - 0.5) * 20)));
		const cents = Math.floor(Math.exp(random() * 5.5 + 1.2) * 100);
		const cost = Math.floor(cents * (0.35 + 0.5 * random()));
		const channel = pick(CHANNELS, random() ** 1.6);
		const category = pick(CATEGORIES, random() ** 1.3);
		return `${index + 1},${keyOf(customer)},${dates[day]},${money(cents)},${money(cost)},${channel},${category},${random() < 0.07 ? 1 : 0}\n`;
	};
}

function customerLine(): (index: number) => string {
	const random = mulberry32(7);
	const dates = isoDates(FIRST_DAY_MS - 1600 * DAY_MS, 2600);
	return (index) => {
		const country = pick(COUNTRIES, random() ** 1.7);
		const age = 18 + Math.floor((65 * (random() + random())) / 2);
		const mail = `user${index + 1}@mail${Math.floor(random() * 50)}.example.com`;
		const arm = random() < 0.8 ? 'treatment' : 'control';
		return `${index + 1},${country},${age},${pick(dates, random())},${pick(ACQUISITION, random())},${pick(PLANS, random() ** 1.5)},${mail},${random() < 0.62 ? 1 : 0},${arm},${random() < 0.11 ? 1 : 0}\n`;
	};
}

function writeLines(path: string, header: string, count: number, line: (index: number) => string): void {
	const partial = `${path}.partial`;
	const file = openSync(partial, 'w');
	let block = `${header}\n`;
	for (let index = 0; index < count; index++) {
		block += line(index);
		if (block.length > 1 << 20) {
			writeSync(file, block);
			block = '';
		}
	}
	writeSync(file, block);
	closeSync(file);
	renameSync(partial, path);
}

function pick(from: readonly string[], share: number): string {
	return from[Math.min(from.length - 1, Math.floor(share * from.length))] ?? '';
}

function money(cents: number): string {
	return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

function isoDates(fromMs: number, days: number): string[] {
	return Array.from({ length: days }, (_, day) => new Date(fromMs + day * DAY_MS).toISOString().slice(0, 10));
}

/** Mulberry32: a small seeded generator of doubles in [0, 1). */
function mulberry32(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
