import { AS_OF_DAY, sampleMonths } from './sampleCalendar.ts';

/** Shares of cells that are left empty, as real exports have them. */
export const missingRates = {
	age: 0.04,
	city: 0.01,
	orderRevenue: 0.0002,
	orderCost: 0.003,
	surveyScore: 0.02,
} as const;

/** What is wrong with the files, the same in every sample whatever its size. */
export const flawCounts = {
	customers: { malformedLines: 2, repeatedCustomers: 5 },
	orders: { malformedLines: 12, unreadableDates: 3, unknownCustomerLines: 25 },
	recipients: { malformedLines: 4, unknownCustomerLines: 10 },
} as const;

const FIRST_FLAWED_MONTH = sampleMonths.length - flawCounts.orders.unknownCustomerLines;

/** A number that no customer has: ids run without gaps from 100001. */
function unknownCustomer(customers: number, index: number): number {
	return 100_001 + customers + 500 + index;
}

/**
 * Flawed lines at the end of a month of orders.csv. They are added to the good ones and carry unknown customers, so that
 * they change no planted figure.
 */
export function orderFlaws(month: number, customers: number): readonly string[] {
	const index = month - FIRST_FLAWED_MONTH;
	if (index < 0) {
		return [];
	}
	const customer = unknownCustomer(customers, index);
	const date = isoDay(sampleMonths[month]!.firstDay + 14);
	const order = 900_000_001 + index;
	const flawed = [`${order},${customer},${date},Kitchen,1,${19 + index}.90,11.40`];
	if (index < flawCounts.orders.malformedLines) {
		flawed.push(
			index % 2 === 0 ? `${order},${customer},${date},Ligh` : `${order},${customer},${date},Textiles,1,1,249.00,610.50`,
		);
	} else if (index < flawCounts.orders.malformedLines + flawCounts.orders.unreadableDates) {
		flawed.push(`${order},${customer},${date.slice(0, 7)}-xx,Garden,2,58.00,41.18`);
	}
	return flawed;
}

/** Flawed lines at the end of recipients.csv. */
export function recipientFlaws(customers: number): readonly string[] {
	const sent = `${isoDay(AS_OF_DAY - 1)} 09:30:00`;
	const unknown = Array.from(
		{ length: flawCounts.recipients.unknownCustomerLines },
		(_, index) => `Summer Offer 2026,${unknownCustomer(customers, 100 + index)},${sent},treatment,1,0,0,0,0.00,0,0`,
	);
	const malformed = Array.from(
		{ length: flawCounts.recipients.malformedLines },
		(_, index) => `Summer Offer 2026,${unknownCustomer(customers, 200 + index)},${sent},treatm`,
	);
	return [...unknown, ...malformed];
}

function isoDay(day: number): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
