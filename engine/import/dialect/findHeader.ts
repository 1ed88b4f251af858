import { classifyColumn, fits, looksTyped } from '../classifyColumn.ts';
import type { SampleRecord } from '../readRecords.ts';
import { NULL_TOKENS } from '../scan/nullTokens.ts';
import { typeOfFormat } from '../scan/ColumnFormat.ts';

const ROWS = 100;

export interface HeaderGuess {
	readonly hasHeader: boolean;
	readonly confidence: number;
	readonly reason: string;
}

/**
 * Whether the first record is a header: texts that do not stand again below, over columns of numbers or dates in the best case. Years
 * are headers where other fields of the record are texts over numbers.
 */
export function findHeader(records: readonly SampleRecord[]): HeaderGuess {
	const [first, ...all] = records;
	const rest = all.slice(0, ROWS);
	if (!first) {
		return { hasHeader: true, confidence: 0, reason: 'The file has no rows.' };
	}
	const names = first.fields.map((field) => field.trim());
	const columns = names.map((_, column) => rest.map((record) => record.fields[column] ?? ''));
	const formats = columns.map((values) => classifyColumn(values, null).format);
	const typedBelow = formats.map((format) => typeOfFormat(format) !== 'text');
	const isTyped = names.map((name) => looksTyped(name));
	const overTyped = names.filter((name, column) => name !== '' && !isTyped[column] && typedBelow[column]).length;
	// "01.02.2024" over a column of numbers is the name of that column.
	const isValue = names.map((name, column) => isTyped[column] && (!typedBelow[column] || fits(name, formats[column]!)));
	if (isTyped.some(Boolean) && !isValue.some(Boolean) && overTyped < typedBelow.filter(Boolean).length) {
		return { hasHeader: true, confidence: 0.8, reason: 'The first row holds dates or numbers unlike those below it.' };
	}
	if (isTyped.some(Boolean)) {
		const areYears = names.every((name, column) => !isTyped[column] || /^(?:19|20)\d\d$/.test(name));
		return areYears &&
			overTyped + names.filter((name) => name !== '' && !looksTyped(name)).length > 0 &&
			rest.length > 0
			? {
					hasHeader: true,
					confidence: 0.7,
					reason: 'The first row holds years beside texts, so that it is taken for the header.',
				}
			: { hasHeader: false, confidence: 0.9, reason: 'The first row holds numbers or dates, so that it is a row.' };
	}
	const filled = names.filter((name) => !NULL_TOKENS.includes(name));
	const isRepeated = names.every(
		(name, column) => name === '' || columns[column]!.some((value) => value.trim() === name),
	);
	if (filled.length === 0 || (rest.length > 0 && isRepeated)) {
		return { hasHeader: false, confidence: 0.7, reason: 'The texts of the first row stand again in the rows below.' };
	}
	return overTyped > 0
		? { hasHeader: true, confidence: 1, reason: 'The first row holds texts over columns of numbers or dates.' }
		: {
				hasHeader: true,
				confidence: rest.length === 0 ? 0.5 : 0.6,
				reason: 'The first row holds texts, and so do the rows below; it is taken for the header.',
			};
}
