import { basename, extname } from 'node:path';
import { counted } from '#shared/base/counted.ts';
import type { Cell, ColumnType } from '#shared/model/columnType.ts';
import type { ColumnPlan, Dialect, ImportOverrides, ImportPreview } from '#shared/model/importPlan.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { plainText } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { chooseFormats, isAmount, typesOfPart } from './chooseFormats.ts';
import { classifyColumn } from './classifyColumn.ts';
import { isBlankRow, isSubtotal } from './dialect/findRows.ts';
import { describeColumn } from './describeColumn.ts';
import { guessDialect, isHeadComplete } from './detectDialect.ts';
import { fileProblem } from './fileProblem.ts';
import { noContext, type GuessContext } from './guess/GuessContext.ts';
import { guessImport } from './guess/guessImport.ts';
import { chooseTemplate, templateColumns } from './guess/templateMapping.ts';
import { nameColumns } from './nameColumns.ts';
import { readCell } from './readCell.ts';
import { skippedProblems } from './skippedProblems.ts';
import { sampleColumns, type SampledColumns } from './sampleColumns.ts';
import { sampleFile } from './sampleFile.ts';
import type { FileHead } from './source/FileHead.ts';
import { typeOfFormat } from './scan/ColumnFormat.ts';
import { typeColumns, withReading } from './typeColumns.ts';
import { MAPPED_MISFIT_SHARE } from './widenColumn.ts';

const PREVIEW_ROWS = 100;

/**
 * How a file would be imported: dialect, columns, types, role and mapping told from its head and some pieces further on,
 * with what the user set taken as it is. Throws an EngineError for files that cannot be a table.
 */
export function previewImport(
	path: string,
	asked: ImportOverrides,
	{ known, templates }: GuessContext = noContext,
	head: Pick<FileHead, 'sample' | 'types' | 'name'> | null = null,
): ImportPreview {
	const sample = head?.sample ?? sampleFile(path);
	const { dialect, findings: dialectFindings } = guessDialect(sample, asked.dialect);
	const sampled = sampleColumns(sample, dialect);
	if (sampled.fieldCount === 0) {
		throw new EngineError('data', isHeadComplete(sample) ? `${path} is empty.` : tooWide(path));
	}
	const { names, changes } = nameColumns(sampled.header, sampled.fieldCount);
	const template = asked.mapping ? null : chooseTemplate(templates, names, asked.template);
	const overrides = template ? withTemplate(asked, templateColumns(template, names)) : asked;
	const typed = typeColumns(names, sampled.values, {
		types: { ...knownTypes(names, head?.types ?? []), ...overrides.types },
		readings: overrides.readings ?? {},
	});
	const guessColumns = typed.columns.map((column, index) => ({ ...column, values: sampled.values[index]! }));
	const { mapping, guess } = guessImport({
		columns: guessColumns,
		fileName: basename(head?.name ?? path),
		role: overrides.role ?? null,
		mapping: overrides.mapping ?? null,
		template,
		known,
		isReadableAs: ({ values }, types) => typeForPart(values, types, false) !== null,
	});
	const retyped = typed.columns.map((column, index) =>
		overrides.types?.[column.name] ? column : retypeForPart(column, mapping, sampled.values[index]!),
	);
	const formats = chooseFormats(retyped, mapping, sampled.values);
	const columns = retyped.map((column, index) => withReading(column, formats[index]!));
	const columnFindings = columns.map((column, index) =>
		describeColumn(column, formats[index]!, sampled.values[index]!, typed.guesses[index]!),
	);
	const plan = {
		path,
		tableName: overrides.tableName ?? tableNameOf(head?.name ?? path),
		source: plainText,
		dialect,
		columns,
		mapping,
		...(asked.misfits ? { misfits: asked.misfits } : {}),
	};
	const shown = sampled.headRecords.slice(0, PREVIEW_ROWS);
	const rows = shown.map(({ fields, isQuoted }) =>
		formats.map((format, column): Cell => readCell(fields[column] ?? '', isQuoted[column] ?? false, format)),
	);
	const problems = [
		...changes.map((message) => fileProblem('info', 'import.header', message, path)),
		...skippedProblems(sampled, path),
		...columnFindings.flatMap(({ question }) =>
			question === null ? [] : [fileProblem('warning', 'import.type', question, path)],
		),
		...sampleProblems(sampled, dialect, mapping, path),
		...guess.questions.map(({ message }) => fileProblem('warning', 'import.mapping', message, path)),
	];
	return {
		plan,
		sizeBytes: sample.sizeBytes,
		rows,
		rawRows: shown.map(({ fields }) => [...fields]),
		problems,
		guess,
		choices: { entries: [], parts: [], lines: [], unit: 'line' },
		dialectFindings: [...dialectFindings],
		columnFindings,
		skippedLines: { first: [...sampled.skippedLines.first], last: [...sampled.skippedLines.last] },
	};
}

function tooWide(path: string): string {
	return `The first line of ${path} is longer than 128 KB: more columns than can be read, or a file without line breaks. Check that it is a table of text.`;
}

function tableNameOf(file: string): string {
	return basename(file, extname(file)) || 'Table';
}

/** What the file itself says its columns hold. */
function knownTypes(names: readonly string[], types: NonNullable<FileHead['types']>): Record<string, ColumnType> {
	return Object.fromEntries(names.flatMap((name, column) => (types[column] ? [[name, types[column]] as const] : [])));
}

/** A date or amount column with some unreadable values is still one: those rows are quarantined, not the type given up. */
function retypeForPart(column: ColumnPlan, mapping: TableMapping, values: readonly string[]): ColumnPlan {
	const types = typesOfPart(mapping, column.name);
	if (!types || types.includes(column.type)) {
		return column;
	}
	const type = typeForPart(values, types, isAmount(mapping, column.name));
	return type === null ? column : { ...column, type };
}

/** The type among those that a part needs as which the values can be read; null for none. */
function typeForPart(values: readonly string[], types: readonly ColumnType[], allowsLeadingZeros: boolean) {
	const options = { misfitShare: MAPPED_MISFIT_SHARE, allowsLeadingZeros };
	const { format, isAmbiguousDate } = classifyColumn(values, [...types, 'text'], options);
	const type = typeOfFormat(format);
	return types.includes(type) && !isAmbiguousDate ? type : null;
}

/** What the user set goes before what the template remembers. */
function withTemplate(asked: ImportOverrides, { types, readings }: Pick<ImportOverrides, 'types' | 'readings'>) {
	return { ...asked, types: { ...types, ...asked.types }, readings: { ...readings, ...asked.readings } };
}

/** Rows that are counted like others, and may be none. */
function oddRows(records: SampledColumns['headRecords'], width: number, path: string): Problem[] {
	const subtotals = records.filter((record) => isSubtotal(record, width));
	const blank = width > 1 ? records.filter((record) => isBlankRow(record)).length : 0;
	const example = subtotals[0]?.fields.find((field) => field.trim() !== '')?.trim();
	return [
		...(example === undefined
			? []
			: [
					fileProblem(
						'warning',
						'import.subtotals',
						`Of the first ${records.length} rows, ${counted(subtotals.length, 'row')} may hold the sum of others ("${example}"). They are read as rows; anything added up counts them too.`,
						path,
					),
				]),
		...(blank > 0
			? [
					fileProblem(
						'info',
						'import.blank',
						`Of the first ${records.length} rows, ${counted(blank, 'row')} ${blank === 1 ? 'holds' : 'hold'} no value at all. They are read as rows.`,
						path,
					),
				]
			: []),
	];
}

function sampleProblems(sampled: SampledColumns, dialect: Dialect, mapping: TableMapping, path: string): Problem[] {
	const facts = roleFacts(mapping.role);
	const missing = facts.fields.filter(({ id, isRequired }) => isRequired && mapping.fields[id] === undefined);
	const width = sampled.fieldCount + (dialect.hasTrailingDelimiter ? 1 : 0);
	const uneven = sampled.headRecords.filter(({ fields }) => fields.length !== width).length;
	return [
		...missing.map(({ label }) =>
			fileProblem(
				'error',
				'import.unmapped',
				`No column is recognised as "${label}". Choose the column that holds it.`,
				path,
			),
		),
		...(uneven > 0
			? [
					fileProblem(
						'warning',
						'import.uneven',
						`${uneven} of the first ${sampled.headRecords.length} rows do not have ${sampled.fieldCount} values. They will be quarantined; check the delimiter.`,
						path,
					),
				]
			: []),
		...oddRows(sampled.headRecords, width, path),
		...(sampled.isWhole && sampled.headRecords.length === 0
			? [fileProblem('error', 'import.no-rows', `${path} has a header but no rows.`, path)]
			: []),
	];
}
