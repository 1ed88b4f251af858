/** Names and abbreviations of the months in English, German, French and Spanish, without points, in lower case. */
const names: readonly (readonly string[])[] = [
	['january', 'jan', 'januar', 'jänner', 'jän', 'janvier', 'janv', 'enero', 'ene'],
	['february', 'feb', 'februar', 'feber', 'février', 'fevrier', 'févr', 'fevr', 'fév', 'febrero'],
	['march', 'mar', 'märz', 'maerz', 'mär', 'mrz', 'mars', 'marzo'],
	['april', 'apr', 'avril', 'avr', 'abril', 'abr'],
	['may', 'mai', 'mayo'],
	['june', 'jun', 'juni', 'juin', 'junio'],
	['july', 'jul', 'juli', 'juillet', 'juil', 'julio'],
	['august', 'aug', 'août', 'aout', 'agosto', 'ago'],
	['september', 'sep', 'sept', 'septembre', 'septiembre', 'set'],
	['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre'],
	['november', 'nov', 'novembre', 'noviembre'],
	['december', 'dec', 'dezember', 'dez', 'décembre', 'decembre', 'déc', 'diciembre', 'dic'],
];

const months = new Map(names.flatMap((spellings, index) => spellings.map((name) => [name, index + 1] as const)));

/** 1 to 12, or null for a word that is no month. */
export function monthOf(word: string): number | null {
	return months.get(word.toLowerCase()) ?? null;
}
