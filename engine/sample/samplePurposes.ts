/** Which part of the generator a random stream belongs to, so that a change in one file leaves the others as they were. */
export const purposes = {
	population: 1,
	customers: 2,
	orderDays: 3,
	orders: 4,
	consent: 5,
	campaign: 6,
	newsletters: 7,
	funnel: 8,
	surveys: 9,
} as const;
