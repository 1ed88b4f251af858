/** One way to write a table as delimited text: everything that an export may do differently. */
export interface DialectSpec {
	readonly delimiter: string;
	readonly newline: '\n' | '\r\n' | '\r';
	readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16be';
	readonly quotes: 'needed' | 'all' | 'texts';
	/** What encloses texts; the single one only where it encloses all of them. */
	readonly quote: '"' | "'";
	readonly header: 'plain' | 'duplicate' | 'blank' | 'none';
	readonly before: 'nothing' | 'sep' | 'title' | 'titles with delimiters' | 'comment';
	readonly after: 'nothing' | 'total' | 'note' | 'blank lines' | 'delimiters';
	readonly trailing: 'none' | 'rows' | 'rows and header';
	readonly hasBlankLines: boolean;
	readonly number: {
		readonly decimal: '.' | ',';
		readonly group: '' | ',' | '.' | "'" | ' ' | '\u00a0' | '\u202f' | '\u2019';
		readonly negative: 'minus' | 'trailing' | 'brackets' | 'long minus';
		readonly unit: string;
		readonly isUnitBefore: boolean;
	};
	readonly date:
		| 'iso'
		| 'dmy.'
		| 'dmy/'
		| 'dmy-'
		| 'mdy/'
		| 'ymd/'
		| 'short dmy.'
		| 'short mdy/'
		| 'english'
		| 'english short'
		| 'american'
		| 'german'
		| 'french'
		| 'compact'
		| 'excel'
		| 'midnight'
		| 'midnight offset';
	readonly moment: 'iso' | 'iso Z' | 'offset' | 'dmy' | 'mdy am pm' | 'seconds' | 'milliseconds';
	readonly yesNo: readonly [yes: string, no: string];
	readonly noValue: string;
}
