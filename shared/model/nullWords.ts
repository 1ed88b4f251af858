/**
 * Texts that mean "no value" in every column: nothing at all, `NULL` `null` `NA` `N/A` `n/a` `#N/A` `-` `--` `\N` and what Excel
 * writes for an error. In text columns a quoted word of these is that word (a quoted nothing is still no value); in all other
 * columns, and in the customer key, quotes make no difference.
 */
export const NULL_TOKENS: readonly string[] = [
	'',
	'NULL',
	'null',
	'NA',
	'N/A',
	'n/a',
	'#N/A',
	'#NV',
	'-',
	'--',
	'\\N',
	'(null)',
	'#NULL!',
	'#VALUE!',
	'#DIV/0!',
	'#REF!',
	'#NAME?',
	'#NUM!',
];

/** These and further words mean "no value" where a number, a date or yes and no is expected, but may well be a text. */
export const VALUE_NULLS: readonly string[] = [
	...NULL_TOKENS,
	'na',
	'nan',
	'NaN',
	'NAN',
	'none',
	'None',
	'NONE',
	'nil',
	'Null',
	'?',
	'.',
	'—',
	'–',
	'0000-00-00',
	'0000-00-00 00:00:00',
	'00.00.0000',
];
