import { REMAINDER_ID, type Segmentation } from '../../model/segmentation.ts';
import type { SegmentationSql, SqlDialectId, SqlFrameColumn } from '../../model/sqlDialect.ts';
import { isoOfDay } from '../calendar.ts';
import { RuleChecks } from '../RuleChecks.ts';
import { conditionSql } from './conditionSql.ts';
import type { RuleSqlContext } from './RuleSqlContext.ts';
import { SqlExportError } from './SqlExportError.ts';
import { sqlDialect } from './sqlDialects.ts';

export interface SegmentationSqlOrder {
	readonly segmentation: Segmentation;
	readonly dialect: SqlDialectId;
	/** What there is to refer to, with the column of the customer's key. */
	readonly columns: readonly SqlFrameColumn[];
	readonly keyColumn: string;
	readonly table: string;
	/** Days since 1970-01-01. */
	readonly asOfDay: number;
}

/**
 * A segmentation as one SELECT over a table with a row per customer: the key and `segment_id`, a CASE over the exclusions and then the
 * rules in their order. It gives the id of the exclusion or segment, or `remainder`. Throws SqlExportError, with the name of the rule,
 * where a rule cannot be read or said in the dialect.
 */
export function segmentationSql(order: SegmentationSqlOrder): SegmentationSql {
	const { segmentation, columns, keyColumn, asOfDay } = order;
	const dialect = sqlDialect(order.dialect);
	const notes = new Set<string>();
	const context: RuleSqlContext = {
		dialect,
		columns: new Map(columns.map((column) => [column.name, column])),
		asOfDay,
		notes,
	};
	const fields = columns.map(({ name, type }) => ({ name, type, values: [] }));
	const { check } = new RuleChecks(fields).within(segmentation);
	const branches = [
		...segmentation.exclusions.map((rule) => ({ ...rule, kind: 'exclusion' })),
		...segmentation.segments.map((rule) => ({ ...rule, kind: 'segment' })),
	].map(({ id, name, rule, kind }) => {
		const place = `The ${kind} “${name}”: `;
		const { typed, diagnostics } = check(rule);
		if (!typed) {
			const error = diagnostics.find(({ severity }) => severity === 'error');
			throw new SqlExportError(`${place}${error?.message ?? 'Its rule cannot be read.'}`);
		}
		const condition = asPlaced(place, () => conditionSql(typed, context).text);
		return `\t\tWHEN ${condition} THEN ${dialect.textLiteral(id)} -- ${comment(kind === 'exclusion' ? `excluded: ${name}` : name)}`;
	});
	const remainder = dialect.textLiteral(REMAINDER_ID);
	const tableName = asPlaced('', () => dialect.identifier(order.table));
	const key = dialect.identifier(keyColumn);
	const value =
		branches.length === 0
			? [`\t${remainder} AS segment_id`]
			: ['\tCASE', ...branches, `\t\tELSE ${remainder} -- ${comment(segmentation.remainder)}`, '\tEND AS segment_id'];
	const select = [
		`-- Segments for ${dialect.label}, as of ${isoOfDay(asOfDay)}. The first condition that is true decides.`,
		...[...notes].map((note) => `-- ${note}`),
		'SELECT',
		`\t${key},`,
		...value,
		`FROM ${tableName};`,
	];
	return { select: `${select.join('\n')}\n`, createTable: frameTable(order), notes: [...notes] };
}

/** A table for the customers as Tranche exports them. */
function frameTable({ dialect: id, columns, table }: SegmentationSqlOrder): string {
	const dialect = sqlDialect(id);
	const lines = columns.map((column) =>
		asPlaced('', () => `${dialect.identifier(column.name)} ${dialect.columnType(column)}`),
	);
	const names = columns.map(({ name: column }) => column.toLowerCase());
	const twin = columns.find((column, index) => names.indexOf(column.name.toLowerCase()) !== index);
	if (twin && !dialect.hasCaseInNames) {
		throw new SqlExportError(
			`${dialect.label} does not tell upper from lower case in names, and there are two columns “${twin.name}”. Rename one and import again.`,
		);
	}
	const name = dialect.identifier(table);
	const loading = dialect.loading.map((line) => `-- ${comment(line.replaceAll('TABLE', () => name))}`);
	return `${['-- The customers as Tranche exports them. To fill it:', ...loading, `${dialect.createTable(name, lines)};`].join('\n')}\n`;
}

function asPlaced<T>(place: string, write: () => T): T {
	try {
		return write();
	} catch (error) {
		throw error instanceof SqlExportError ? new SqlExportError(place + error.message) : error;
	}
}

/** On one line, so that nothing of a name can be read as SQL. */
function comment(text: string): string {
	return text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, '');
}
