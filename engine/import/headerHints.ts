/** Words under which days of Excel may stand, in English, German, French and Spanish. */
const dayWords = words(
	'date datum fecha jour tag day dia día datetime timestamp birthday birthdate geburtstag dob naissance nacimiento',
);
/** Words under which seconds or milliseconds may stand; no other numbers are as large, so that more of them are good enough. */
const timeWords = words(
	'time ts zeit heure hora moment when wann created updated modified erstellt geändert angelegt epoch unix sent opened ' +
		'clicked delivered ordered placed paid signup joined registered expires data',
);
/** Words that say so at the end of a header only: "created_at", "Kunde seit". */
const lastWords = words('at on since seit depuis desde until bis');

/**
 * Whether a header says that numbers under it stand for dates: "Order Date", "created_at", "Bestelldatum", "orderDate". `days` asks for days
 * of a calendar, `times` for seconds and milliseconds.
 */
export function suggestsDate(header: string, count: 'days' | 'times'): boolean {
	const parts = header
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.filter((word) => word !== '');
	const isDay = parts.some((word) => dayWords.has(word) || /(?:datum|date|fecha)$/.test(word));
	const isTime = parts.some((word) => timeWords.has(word) || /(?:zeit|timestamp)$/.test(word));
	return isDay || lastWords.has(parts.at(-1) ?? '') || (count === 'times' && isTime);
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(' '));
}
