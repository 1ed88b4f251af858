/** Words of headers under which numbers may stand for dates, in English, German, French and Spanish. */
const dateWords = new Set(
	(
		'date datum fecha data jour tag day dia día time timestamp ts zeit heure hora moment when wann created updated modified ' +
		'at on since seit depuis desde until bis erstellt geändert angelegt birthday birthdate geburtstag dob naissance ' +
		'nacimiento epoch unix datetime sent opened clicked delivered ordered placed paid signup joined registered expires'
	).split(' '),
);

/** Whether a header says that its column holds dates or times: "Order Date", "created_at", "Bestelldatum", "orderDate". */
export function suggestsDate(header: string): boolean {
	const words = header
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}]+/u);
	return words.some((word) => dateWords.has(word) || /(?:datum|date|zeit|timestamp|fecha)$/.test(word));
}
