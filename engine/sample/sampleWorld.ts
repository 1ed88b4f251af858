/** The invented world of the sample: every name is made up, mail addresses use the domains reserved for examples (RFC 2606). */

export const countries = [
	{
		code: 'DE',
		share: 0.34,
		cities: ['Neustein', 'Altbrück', 'Lindenau am See', 'Kronwald', 'Hagenfurt', 'Marienried'],
	},
	{ code: 'AT', share: 0.13, cities: ['Steinach', 'Donaufeld', 'Sankt Veitsberg', 'Wiesenthal'] },
	{ code: 'CH', share: 0.11, cities: ['Seewil', 'Oberlachen', 'Montclair-sur-Lac'] },
	{ code: 'FR', share: 0.19, cities: ['Bellerive', 'Saint-Aubrac', 'Port-Lavande', 'Valmont, Haute'] },
	{ code: 'NL', share: 0.12, cities: ['Waterhoven', 'Oosterdam', 'Rijnstad'] },
	{ code: 'GB', share: 0.11, cities: ['Ashmere', 'Port Alder', 'Kingsholm', 'Brackwater, Upper Town'] },
] as const;

export const firstNames = [
	'Mira',
	'Jonas',
	'Elin',
	'Tobias',
	'Noor',
	'Lucien',
	'Hanna',
	'Mats',
	'Carla',
	'Emil',
	'Ines',
	'Ruben',
	'Selma',
	'Pascal',
	'Greta',
	'Willem',
	'Amelie',
	'Oscar',
	'Thea',
	'Rafael',
	'Linnea',
	'Henrik',
	'Salome',
	'Anton',
] as const;

export const lastNames = [
	'Halden',
	'Brock',
	'Vester',
	'Lindqvard',
	'Morel-Tann',
	'Osterkamp',
	'Fennwick',
	'Rosenau',
	'Duvalle',
	'Ackerholt',
	'Steenbrug',
	'Winterfeldt',
	'Calloway',
	'Berglund',
	'Tessmar',
	'Ravensby',
	'Kestenholz',
	'Marchetti',
	'Oakden',
	'Sandvoort',
	'Grünhagen',
	'Pellerin',
	'Thornbury',
	'Zellweg',
] as const;

export const mailDomains = ['example.com', 'example.net', 'example.org'] as const;

/** Answers of satisfied, neutral and dissatisfied customers; with commas, quotes and line breaks, as such exports have them. */
export const comments = {
	promoter: [
		'Lovely lamps, fast delivery.',
		'My third order and still happy.',
		'The shop team was "above and beyond".',
		'Good quality,\nfair prices.',
	],
	passive: ['Fine, nothing special.', 'Delivery took a week, goods are good.', ''],
	detractor: [
		'Parcel arrived damaged, no answer for ten days.',
		'Too many e-mails!',
		'Colour differs from the picture; "taupe" is not green.',
		'Return was difficult:\n- no label\n- long wait',
	],
} as const;

/** Cumulative weights of a list of shares, the last forced to 1 against rounding. */
export function cumulative(shares: readonly number[]): readonly number[] {
	let sum = 0;
	return shares.map((share, index) => (index === shares.length - 1 ? 1 : (sum += share)));
}
