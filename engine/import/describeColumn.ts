import type { ColumnFinding, ColumnPlan } from '#shared/model/importPlan.ts';
import { isoDate } from '../columns/cellOf.ts';
import { classifyColumn, fits, type ColumnGuess } from './classifyColumn.ts';
import { readCell } from './readCell.ts';
import type { ColumnFormat, NumberFormat } from './scan/ColumnFormat.ts';
import { isNullWord } from './scan/nullTokens.ts';
import { NO_DAY, parseDate, YEAR_PIVOT } from './scan/parseDate.ts';

/** Fewer values than this say little. */
const FEW_VALUES = 10;
/** Share of the values that may be no numbers or dates for a column of text to be asked about. */
const NEARLY = 0.5;

/** How sure the reading of a column is, why it is what it is, and what the user should settle. */
export function describeColumn(
	column: ColumnPlan,
	format: ColumnFormat,
	values: readonly string[],
	guess: ColumnGuess,
): ColumnFinding {
	const filled = values.filter((value) => !isNullWord(value));
	const misfits = filled.filter((value) => !fits(value, format));
	const isText = format.kind === 'category' || format.kind === 'text';
	const question = questionOf(column, format, filled, guess);
	const share = filled.length === 0 ? 0.3 : 1 - misfits.length / filled.length;
	const reasons = [
		...formatReasons(format, filled),
		...(isText ? textReasons(filled, guess) : []),
		...nullReasons(values, isText),
		...(misfits.length > 0
			? [
					`${misfits.length} of ${filled.length} values looked at do not fit, for example "${misfits[0]!.slice(0, 40)}".`,
				]
			: []),
		...(filled.length === 0 ? ['The lines looked at hold no value.'] : []),
	];
	return {
		name: column.name,
		confidence: share * (question === null ? 1 : 0.5) * (filled.length < FEW_VALUES && filled.length > 0 ? 0.8 : 1),
		question,
		reasons,
		choices: choicesOf(column, format, filled, guess),
	};
}

function questionOf(
	{ name, type, reading }: ColumnPlan,
	format: ColumnFormat,
	filled: readonly string[],
	guess: ColumnGuess,
): string | null {
	const example = filled[0]?.trim().slice(0, 40) ?? '';
	if (guess.isAmbiguousDate && type === 'text') {
		return `Column "${name}" looks like dates, but whether the day or the month comes first cannot be told. It is read as text.`;
	}
	if (guess.isAmbiguousDate && (type === 'date' || type === 'timestamp')) {
		return `The dates in column "${name}" can be read day first or month first; they are read ${'order' in format && format.order === 'mdy' ? 'month' : 'day'} first.`;
	}
	if (guess.isYearOpen && (format.kind === 'date' || format.kind === 'timestamp')) {
		return `The dates in column "${name}" can be read year first or day first; "${example}" is read as ${String(readCell(example, false, format))}.`;
	}
	if (guess.isCounted && (format.kind === 'date' || format.kind === 'timestamp')) {
		return `Column "${name}" holds numbers, which its header says are dates: ${example} is read as ${String(readCell(example, false, format))}. Check it.`;
	}
	if (guess.isAmbiguousMark && format.kind === 'number' && reading?.decimalMark === format.marks?.decimal) {
		const text = filled.find((value) => /[.,]\d{3}/.test(value))?.trim() ?? example;
		return `"${text}" in column "${name}" can be a whole number with thousands or a decimal. It is read as ${String(readCell(text, false, format))}.`;
	}
	if (guess.units.length > 1 && (type === 'text' || format.kind === 'number')) {
		return `Column "${name}" holds amounts in ${guess.units.slice(0, 3).join(' and ')}, which cannot be added up. ${type === 'text' ? 'It is read as text.' : `Only those in ${guess.units[0]} are read.`}`;
	}
	return type === 'text' && reading === undefined ? nearlyTyped(name, filled) : null;
}

/** Text that is numbers or dates but for some values: what they are, and what stands among them. */
function nearlyTyped(name: string, filled: readonly string[]): string | null {
	const { format } = classifyColumn(filled, null, { misfitShare: NEARLY });
	if (format.kind !== 'number' && format.kind !== 'date' && format.kind !== 'timestamp') {
		return null;
	}
	const misfits = filled.filter((value) => !fits(value, format));
	if (misfits.length === 0) {
		return null;
	}
	const others = [...new Set(misfits)];
	const known = filled.length - misfits.length;
	const examples = others.slice(0, 3).map((value) => `"${value.trim().slice(0, 40)}"`);
	const kind = format.kind === 'number' ? 'numbers' : format.kind === 'date' ? 'dates' : 'times';
	return `Column "${name}": ${known} of ${filled.length} values looked at read as ${kind}, but not ${examples.join(', ')}${others.length > examples.length ? ' and others' : ''}. It is read as text.`;
}

function choicesOf(
	{ type }: ColumnPlan,
	format: ColumnFormat,
	filled: readonly string[],
	guess: ColumnGuess,
): ColumnFinding['choices'] {
	const example = filled[0]?.trim() ?? '';
	if (guess.isAmbiguousDate) {
		const hasTime = filled.some((value) => /\d:\d\d/.test(value));
		const dated = type === 'timestamp' || (type === 'text' && hasTime) ? 'timestamp' : 'date';
		return [
			{ label: 'Day first', type: dated, reading: { dateOrder: 'dmy' } },
			{ label: 'Month first', type: dated, reading: { dateOrder: 'mdy' } },
		];
	}
	if (guess.isYearOpen && (format.kind === 'date' || format.kind === 'timestamp')) {
		return [
			{ label: 'Day first', type: format.kind, reading: { dateOrder: 'dmy' } },
			{ label: 'Year first', type: format.kind, reading: { dateOrder: 'ymd' } },
		];
	}
	if (guess.isCounted && (format.kind === 'date' || format.kind === 'timestamp')) {
		const isExcel = format.style === 'excel-1900' || format.style === 'excel-1904';
		const dayOf = (style: 'excel-1900' | 'excel-1904') => {
			const day = parseDate(example.replace(/\..*$/, ''), 'ymd', 0, style);
			return day === NO_DAY ? '' : ` (${isoDate(day)})`;
		};
		return [
			...(isExcel
				? ([
						{
							label: `Days of Excel${dayOf('excel-1900')}`,
							type: format.kind,
							reading: { dateCount: 'excel-1900' },
						},
						{
							label: `Days of Excel since 1904${dayOf('excel-1904')}`,
							type: format.kind,
							reading: { dateCount: 'excel-1904' },
						},
					] as const)
				: [{ label: 'Dates', type: format.kind, reading: format.style ? { dateCount: countOf(format.style) } : {} }]),
			{ label: `Plain numbers (${example})`, type: 'integer', reading: {} },
		];
	}
	if (guess.isAmbiguousMark) {
		const [group, decimal] = filled.some((value) => /,\d{3}/.test(value))
			? ([',', '.'] as const)
			: (['.', ','] as const);
		return [
			{
				label: `Thousands ("1${group}234" is 1234)`,
				type: 'integer',
				reading: { decimalMark: decimal, groupMark: group },
			},
			{
				label: `Decimals ("1${group}234" is 1.234)`,
				type: 'decimal',
				reading: { decimalMark: group, groupMark: '' },
			},
		];
	}
	if (format.kind === 'number' && format.marks?.unit === '%') {
		return [
			{ label: 'Shares ("12 %" is 0.12)', type: 'decimal', reading: { unit: '%', percentAs: 'share' } },
			{ label: 'Percent ("12 %" is 12)', type: 'decimal', reading: { unit: '%', percentAs: 'points' } },
		];
	}
	return [];
}

function countOf(style: string): 'seconds' | 'milliseconds' | undefined {
	return style === 'seconds' || style === 'milliseconds' ? style : undefined;
}

function formatReasons(format: ColumnFormat, filled: readonly string[]): string[] {
	switch (format.kind) {
		case 'number':
			return numberReasons(format, filled);
		case 'date':
		case 'timestamp': {
			const example = filled.find((value) => fits(value, format))?.trim();
			const read = example === undefined ? '' : `"${example}" is ${String(readCell(example, false, format))}.`;
			const style = format.style ?? (format.kind === 'date' ? 'numbers' : 'iso');
			const isTime = format.kind === 'timestamp';
			return [
				...(style === 'iso' || read === '' ? [] : [read]),
				...(style === 'midnight' ? ['Every time in it is midnight, so that it holds days, as they are written.'] : []),
				...(filled.some((value) => hasShortYear(value, style))
					? [
							`Years of two digits from ${YEAR_PIVOT} on are of the 1900s (${YEAR_PIVOT} is 19${YEAR_PIVOT}), those below of the 2000s (${YEAR_PIVOT - 1} is 20${YEAR_PIVOT - 1}).`,
						]
					: []),
				...(isTime && filled.some((value) => /(?:Z|[+-]\d{2}:?\d{2})$/.test(value.trim()))
					? ['Times with an offset are kept as instants and shown in UTC; their day is the day in UTC.']
					: isTime
						? ['Times without an offset are taken as UTC.']
						: []),
			];
		}
		case 'boolean': {
			const words = [...new Set(filled.map((value) => value.trim()))].slice(0, 4);
			return words.map((word) => `"${word}" is ${readCell(word, false, format) === true ? 'yes' : 'no'}.`);
		}
		case 'category':
		case 'text':
			return [];
	}
}

function numberReasons({ marks, ...format }: NumberFormat, filled: readonly string[]): string[] {
	if (!marks) {
		return [];
	}
	const number = { ...format, marks };
	const example = longest(filled.filter((value) => fits(value, number))).trim();
	const group = { '': '', ',': 'commas', '.': 'points', "'": 'apostrophes', ' ': 'spaces' }[marks.group];
	return [
		...(example === '' ? [] : [`"${example}" is ${String(readCell(example, false, number))}.`]),
		...(marks.decimal === ',' ? ['Decimals follow a comma.'] : []),
		...(group === '' ? [] : [`Thousands are separated by ${group}.`]),
		...(marks.unit === '' || marks.unit === '%' ? [] : [`The amounts are in ${marks.unit}.`]),
	];
}

function textReasons(filled: readonly string[], guess: ColumnGuess): string[] {
	const digits = filled.filter((value) => /^\d+$/.test(value.trim()));
	const isNamed = digits.length > 0 && digits.length >= filled.length * 0.9 && !guess.isAmbiguousDate;
	if (!isNamed) {
		return [];
	}
	return digits.some((value) => /^0\d/.test(value.trim()))
		? ['Digits with leading zeros are names, so that they are kept as text.']
		: digits.some((value) => value.trim().length > 15)
			? ['Numbers of more than 15 digits are names, so that they are kept as text, with every digit.']
			: [];
}

function nullReasons(values: readonly string[], isText: boolean): string[] {
	const words = new Map<string, number>();
	for (const value of values) {
		if (value.trim() !== '' && !isText && isNullWord(value)) {
			words.set(value.trim(), (words.get(value.trim()) ?? 0) + 1);
		}
	}
	return [...words].map(([word, count]) => `"${word}" stands for no value (${count} of ${values.length} looked at).`);
}

function hasShortYear(value: string, style: string): boolean {
	const numbers = value.match(/\d+/g) ?? [];
	return (style === 'short' || style === 'names') && numbers.length > 1 && !numbers.some(({ length }) => length === 4);
}

function longest(values: readonly string[]): string {
	return values.reduce((best, value) => (value.length > best.length ? value : best), '');
}
