/** Names and abbreviations of the months in English, German, French, Spanish, Italian, Portuguese and Dutch, without points, in lower case. */
const names: readonly (readonly string[])[] = [
	[
		'january',
		'jan',
		'januar',
		'jänner',
		'jän',
		'janvier',
		'janv',
		'enero',
		'ene',
		'gennaio',
		'gen',
		'janeiro',
		'januari',
	],
	[
		'february',
		'feb',
		'februar',
		'feber',
		'février',
		'fevrier',
		'févr',
		'fevr',
		'fév',
		'febrero',
		'febbraio',
		'fevereiro',
		'fev',
		'februari',
	],
	['march', 'mar', 'märz', 'maerz', 'mär', 'mrz', 'mars', 'marzo', 'março', 'maart', 'mrt'],
	['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile'],
	['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'mei'],
	['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho'],
	['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho'],
	['august', 'aug', 'août', 'aout', 'agosto', 'ago', 'augustus'],
	['september', 'sep', 'sept', 'septembre', 'septiembre', 'set', 'settembre', 'setembro'],
	['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'ott', 'outubro', 'out'],
	['november', 'nov', 'novembre', 'noviembre', 'novembro'],
	['december', 'dec', 'dezember', 'dez', 'décembre', 'decembre', 'déc', 'diciembre', 'dic', 'dicembre', 'dezembro'],
];

const months = new Map(names.flatMap((spellings, index) => spellings.map((name) => [name, index + 1] as const)));

/** 1 to 12, or null for a word that is no month. */
export function monthOf(word: string): number | null {
	return months.get(word.toLowerCase()) ?? null;
}
