import type { SqlDialectId, SqlFrameColumn } from '../../model/sqlDialect.ts';
import type { Pattern } from '../pattern/Pattern.ts';
import type { Sql } from './Sql.ts';

/**
 * How a database says what rules say. Functions throw SqlExportError where it cannot. Dates are days since 1970-01-01, moments
 * milliseconds since then, in UTC and without a time zone of their own.
 */
export interface SqlDialect {
	readonly id: SqlDialectId;
	readonly label: string;
	/** Which versions, behind the label where the dialect is chosen. */
	readonly description: string;
	/** False where `false and unknown` is not certain to be false: negations then go down to the single conditions. */
	readonly hasThreeValuedLogic: boolean;
	/**
	 * `exact`: decimals are exact, as in Tranche. `rounded`: sums and products of decimals are computed in doubles and rounded to
	 * their places, which gives the double nearest to the exact result while it has at most 15 digits.
	 */
	readonly decimals: 'exact' | 'rounded';

	/** Whether two columns can differ in upper and lower case only. */
	readonly hasCaseInNames: boolean;
	identifier(name: string): string;
	columnType(column: SqlFrameColumn): string;
	/** Ends without a semicolon. `columns` are lines of a column list. */
	createTable(table: string, columns: readonly string[]): string;
	/** How `createTable`'s table is filled from the exported file, as lines of a comment. */
	readonly loading: readonly string[];

	textLiteral(value: string): string;
	/** A decimal number without exponent, not negative. */
	numberLiteral(digits: string): string;
	truthLiteral(value: boolean): string;
	dateLiteral(day: number): string;
	momentLiteral(ms: number): string;

	/** A moment as it stands in the table, made comparable. */
	momentField(name: Sql): Sql;
	/** A decimal as it stands in the table. */
	decimalField(name: Sql): Sql;
	toDouble(value: Sql): Sql;
	/** A factor of a product of two whole numbers, so wide that the product fits; null where it fits anyway. */
	readonly wideFactor: ((value: Sql) => Sql) | null;
	roundTo(value: Sql, places: number): Sql;
	/** Doubles; no value where the divisor is 0. */
	quotient(dividend: Sql, divisor: Sql): Sql;

	/** A text that is ordered by its code points. */
	inByteOrder(text: Sql): Sql;
	lower(text: Sql): Sql;
	upper(text: Sql): Sql;
	contains(text: Sql, part: Sql): Sql;
	startsWith(text: Sql, part: Sql): Sql;
	endsWith(text: Sql, part: Sql): Sql;
	matches(text: Sql, pattern: Pattern): Sql;

	datePart(part: 'year' | 'month', date: Sql): Sql;
	dateOfMoment(moment: Sql): Sql;
	daysBetween(later: Sql, earlier: Sql): Sql;
	/** By months (the last day of the month where the day does not exist) and then by days; either may be 0. */
	shift(operand: Sql, type: 'date' | 'timestamp', months: number, days: number): Sql;

	/** What people should know who use this function here; null where nothing. */
	readonly caseNote: string | null;
}
