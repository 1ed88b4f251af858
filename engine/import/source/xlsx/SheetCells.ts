import type { SourceValue } from '../TableReader.ts';
import { columnLetters, columnOf, readPlace } from './cellPlace.ts';
import type { NumberFormat } from './numberFormat.ts';
import { serialDay, serialInstant, serialTime } from './serialDate.ts';
import { unescapeText } from './SharedStrings.ts';
import { attributeOf, eachAttribute, XmlError, type XmlHandler } from './XmlScanner.ts';

/** One row with at least one value. */
export interface SheetRow {
	/** From 1, as Excel shows it. */
	readonly row: number;
	/** By column; holes and nulls have no value. */
	readonly cells: (SourceValue | undefined)[];
}

/** Where something was met first, and how often. */
export interface Sighting {
	readonly first: string;
	count: number;
}

const MAX_EXACT_DIGITS = 15;

/**
 * Turns the XML of a sheet into rows of values. A date is a number with a date format; numbers have the 15 significant digits that
 * Excel shows, whole numbers all of theirs. Formulas count by the result that was saved with them.
 */
export class SheetCells implements XmlHandler {
	/** Rows that are complete; take them and empty it. */
	rows: SheetRow[] = [];
	/** Rows that `dimension` claims, its reference. */
	dimension: string | null = null;
	readonly errors = new Map<string, Sighting>();
	/** Cells whose formula has no saved result. */
	missingResults: Sighting | null = null;
	hiddenRows = 0;
	/** Last row of each merged area that spans more than its first row. */
	readonly mergedRows: number[] = [];
	/** Columns with numbers that are shown with leading zeros. */
	readonly paddedColumns = new Set<number>();
	private readonly texts: readonly string[];
	private readonly formats: readonly NumberFormat[];
	readonly is1904: boolean;
	private cells: (SourceValue | undefined)[] = [];
	private hasValue = false;
	private row = 0;
	private column = -1;
	private type = '';
	private style = 0;
	private value = '';
	private isValue = false;
	private hasFormula = false;
	private phonetic = 0;

	constructor(texts: readonly string[], formats: readonly NumberFormat[], is1904: boolean) {
		this.texts = texts;
		this.formats = formats;
		this.is1904 = is1904;
	}

	open(name: string, tag: string): void {
		switch (name) {
			case 'c':
				this.openCell(tag);
				return;
			case 'v':
			case 't':
				this.isValue = this.phonetic === 0;
				return;
			case 'f':
				this.hasFormula = true;
				return;
			case 'row':
				this.openRow(tag);
				return;
			case 'rPh':
				this.phonetic++;
				return;
			case 'dimension':
				this.dimension = attributeOf(tag, 'ref');
				return;
			case 'mergeCell': {
				const [from, to] = (attributeOf(tag, 'ref') ?? '').split(':').map((place) => readPlace(place));
				if (from && to && this.mergedRows.length < 100_000) {
					this.mergedRows.push(to.row);
				}
				return;
			}
			default:
		}
	}

	close(name: string): void {
		switch (name) {
			case 'c':
				this.closeCell();
				return;
			case 'v':
			case 't':
				this.isValue = false;
				return;
			case 'rPh':
				this.phonetic--;
				return;
			case 'row':
				if (this.hasValue) {
					this.rows.push({ row: this.row, cells: this.cells });
				}
				return;
			default:
		}
	}

	text(text: string): void {
		if (this.isValue) {
			this.value += text;
		}
	}

	private openRow(tag: string): void {
		const number = attributeOf(tag, 'r');
		const row = number === null ? this.row + 1 : Number(number);
		if (!Number.isInteger(row) || row <= this.row || row > 1_048_576) {
			throw new XmlError(`its rows are out of order behind row ${this.row}`);
		}
		this.row = row;
		this.column = -1;
		this.cells = [];
		this.hasValue = false;
		const hidden = attributeOf(tag, 'hidden');
		if (hidden === '1' || hidden === 'true') {
			this.hiddenRows++;
		}
	}

	private openCell(tag: string): void {
		let column = this.column + 1;
		this.type = 'n';
		this.style = 0;
		eachAttribute(tag, (key, value) => {
			switch (key) {
				case 'r':
					column = columnOf(value);
					return;
				case 't':
					this.type = value;
					return;
				case 's':
					this.style = Number(value);
					return;
				default:
			}
		});
		if (column < 0 || column >= 16_384) {
			throw new XmlError(`it has a cell that no sheet has, in row ${this.row}`);
		}
		this.column = column;
		this.value = '';
		this.hasFormula = false;
	}

	private closeCell(): void {
		const value = this.readValue();
		if (value !== null) {
			this.cells[this.column] = value;
			this.hasValue = true;
		} else if (this.hasFormula && this.value === '' && this.type !== 'str') {
			this.missingResults ??= { first: this.place(), count: 0 };
			this.missingResults.count++;
		}
	}

	private readValue(): SourceValue {
		const { type, value } = this;
		if (type === 's') {
			if (value === '') {
				return null;
			}
			const text = this.texts[Number(value)];
			if (text === undefined) {
				throw new XmlError(`cell ${this.place()} refers to a text that is not there`);
			}
			return text === '' ? null : text;
		}
		if (type === 'inlineStr' || type === 'str') {
			return value === '' ? null : unescapeText(value);
		}
		if (value === '') {
			return null;
		}
		if (type === 'b') {
			return value === '1' || value === 'true';
		}
		if (type === 'e') {
			return this.readError(value);
		}
		// The strict form of the format writes dates as ISO text.
		return type === 'd' ? readIsoCell(value) : this.readNumber(value);
	}

	private readError(value: string): null {
		if (value !== '#N/A') {
			const seen = this.errors.get(value);
			if (seen) {
				seen.count++;
			} else if (this.errors.size < 20) {
				this.errors.set(value, { first: this.place(), count: 1 });
			}
		}
		return null;
	}

	private readNumber(text: string): SourceValue {
		const number = Number(text);
		if (!Number.isFinite(number)) {
			throw new XmlError(`cell ${this.place()} should be a number and is "${text.slice(0, 40)}"`);
		}
		const format = this.formats[this.style];
		switch (format?.kind) {
			case 'date': {
				const isWhole = Number.isInteger(number);
				const day = isWhole ? serialDay(number, this) : null;
				return day ?? this.instantOf(number) ?? impossibleDate(number) ?? exact(text, number);
			}
			case 'timestamp':
				return this.instantOf(number) ?? impossibleDate(number) ?? exact(text, number);
			case 'time':
				return number >= 366 ? (this.instantOf(number) ?? exact(text, number)) : serialTime(number);
			case 'elapsed':
				return serialTime(number);
			case 'padded':
				if (Number.isInteger(number) && number >= 0) {
					this.paddedColumns.add(this.column);
					return String(exact(text, number)).padStart(format.digits, '0');
				}
				return exact(text, number);
			case 'number':
			case undefined:
				return exact(text, number);
		}
	}

	private instantOf(serial: number): Date | null {
		const instant = serialInstant(serial, this);
		return instant === null ? null : new Date(instant);
	}

	private place(): string {
		return `${columnLetters(this.column)}${this.row}`;
	}
}

/** Whole numbers keep all digits; others have the 15 that Excel shows, without the noise of binary fractions. */
function exact(text: string, number: number): number | bigint {
	const hasFewDigits = Number.isInteger(number)
		? Math.abs(number) < 10 ** MAX_EXACT_DIGITS
		: text.length <= MAX_EXACT_DIGITS + 1;
	if (hasFewDigits) {
		return number;
	}
	if (Number.isInteger(number) && /^-?\d+$/.test(text)) {
		return Number.isSafeInteger(number) ? number : BigInt(text);
	}
	return Number(number.toPrecision(MAX_EXACT_DIGITS));
}

/** What Excel shows for the day that never was and for day zero: text, so that it is not taken for a day that was. */
function impossibleDate(serial: number): string | null {
	const day = Math.floor(serial);
	return day === 60 ? '1900-02-29' : day === 0 ? '1900-01-00' : null;
}

function readIsoCell(value: string): SourceValue {
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
		return value;
	}
	const instant = new Date(/[zZ]|[+-]\d\d:\d\d$/.test(value) ? value : `${value}Z`);
	return Number.isNaN(instant.getTime()) ? value : instant;
}
