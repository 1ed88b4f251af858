import { basename, extname } from 'node:path';
import type { Cell } from '#shared/model/columnType.ts';
import type { ColumnPlan, ImportOverrides, ImportPreview } from '#shared/model/importPlan.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { plainText } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { chooseFormats, isAmount, typesOfPart } from './chooseFormats.ts';
import { classifyColumn } from './classifyColumn.ts';
import { detectDialect } from './detectDialect.ts';
import { fileProblem } from './fileProblem.ts';
import { guessMapping, guessRole } from './guessMapping.ts';
import { nameColumns } from './nameColumns.ts';
import { readCell } from './readCell.ts';
import { sampleColumns, type SampledColumns } from './sampleColumns.ts';
import { sampleFile } from './sampleFile.ts';
import { typeOfFormat } from './scan/ColumnFormat.ts';
import { MAPPED_MISFIT_SHARE } from './widenColumn.ts';

const PREVIEW_ROWS = 100;

/**
 * How a file would be imported: dialect, columns, types, role and mapping told from its head and some pieces further on,
 * with what the user set taken as it is. Throws an EngineError for files that cannot be a table.
 */
export function previewImport(path: string, overrides: ImportOverrides): ImportPreview {
	const sample = sampleFile(path);
	const dialect = detectDialect(sample, overrides.dialect);
	const sampled = sampleColumns(sample, dialect);
	if (sampled.fieldCount === 0) {
		throw new EngineError('data', `${path} is empty.`);
	}
	const { names, changes } = nameColumns(sampled.header, sampled.fieldCount);
	const typed = typeColumns(names, sampled, overrides.types ?? {});
	const guessColumns = typed.columns.map((column, index) => ({ ...column, values: sampled.values[index]! }));
	const role = overrides.mapping?.role ?? overrides.role ?? guessRole(guessColumns, basename(path));
	const mapping = overrides.mapping ?? guessMapping(guessColumns, role);
	const columns = typed.columns.map((column, index) =>
		overrides.types?.[column.name] ? column : retypeForPart(column, mapping, sampled.values[index]!),
	);
	const plan = {
		path,
		tableName: overrides.tableName ?? (basename(path, extname(path)) || 'Table'),
		source: plainText,
		dialect,
		columns,
		mapping,
	};
	const formats = chooseFormats(columns, mapping, sampled.values);
	const shown = sampled.headRecords.slice(0, PREVIEW_ROWS);
	const rows = shown.map(({ fields, isQuoted }) =>
		formats.map((format, column): Cell => readCell(fields[column] ?? '', isQuoted[column] ?? false, format)),
	);
	const problems = [
		...changes.map((message) => fileProblem('info', 'import.header', message, path)),
		...typed.problems.map((message) => fileProblem('warning', 'import.type', message, path)),
		...sampleProblems(sampled, mapping, path),
	];
	return {
		plan,
		sizeBytes: sample.sizeBytes,
		rows,
		rawRows: shown.map(({ fields }) => [...fields]),
		problems,
		choices: { entries: [], parts: [], lines: [], unit: 'line' },
	};
}

function typeColumns(names: readonly string[], sampled: SampledColumns, types: NonNullable<ImportOverrides['types']>) {
	const problems: string[] = [];
	const columns = names.map((name, column): ColumnPlan => {
		const wanted = types[name];
		const found = classifyColumn(sampled.values[column]!, wanted ? [wanted] : null);
		if (found.isAmbiguousDate && wanted !== 'text') {
			problems.push(
				wanted === 'date'
					? `The dates in column "${name}" can be read day first or month first; they are read day first.`
					: `Column "${name}" looks like dates, but whether the day or the month comes first cannot be told. It is read as text.`,
			);
		} else if (found.hasDecimalComma && !wanted) {
			problems.push(
				`Column "${name}" looks like numbers with a decimal comma. It is read as text; export it with a decimal point.`,
			);
		}
		return { name, type: typeOfFormat(found.format) };
	});
	return { columns, problems };
}

/** A date or amount column with some unreadable values is still one: those rows are quarantined, not the type given up. */
function retypeForPart(column: ColumnPlan, mapping: TableMapping, values: readonly string[]): ColumnPlan {
	const types = typesOfPart(mapping, column.name);
	if (!types || types.includes(column.type)) {
		return column;
	}
	const options = { misfitShare: MAPPED_MISFIT_SHARE, allowsLeadingZeros: isAmount(mapping, column.name) };
	const { format, isAmbiguousDate } = classifyColumn(values, [...types, 'text'], options);
	const type = typeOfFormat(format);
	return types.includes(type) && !isAmbiguousDate ? { ...column, type } : column;
}

function sampleProblems(sampled: SampledColumns, mapping: TableMapping, path: string): Problem[] {
	const facts = roleFacts(mapping.role);
	const missing = facts.fields.filter(({ id, isRequired }) => isRequired && mapping.fields[id] === undefined);
	const uneven = sampled.headRecords.filter(({ fields }) => fields.length !== sampled.fieldCount).length;
	return [
		...missing.map(({ label }) =>
			fileProblem(
				'error',
				'import.unmapped',
				`No column is recognised as "${label}". Choose the column that names the customer.`,
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
		...(sampled.headRecords.length === 0
			? [fileProblem('error', 'import.no-rows', `${path} has a header but no rows.`, path)]
			: []),
	];
}
