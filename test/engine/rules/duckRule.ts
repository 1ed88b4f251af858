import { assertNever } from '#shared/base/assertNever.ts';
import type { Rule } from '#shared/rules/Rule.ts';
import { AS_OF_DAY, sampleFields } from './sampleFrame.ts';
import type { SampleField, SampleRow } from './sampleFrame.ts';

type Type = 'number' | 'text' | 'truth' | 'date' | 'moment' | 'duration';

interface Sql {
	readonly type: Type;
	readonly text: string;
}

/** The rule as DuckDB's SQL, as the manual says that it means. */
export function duckRule(rule: Rule): string {
	return translate(rule).text;
}

/** The sample rows as a table that DuckDB holds natively: exact decimals, dates, timestamps. */
export function duckTable(rows: readonly SampleRow[]): string {
	const columns = sampleFields.map((field) => `${quoted(field.name)} ${duckType(field)}`);
	const values = rows.map(
		(row, index) => `(${[index, ...sampleFields.map((field) => duckCell(field, row[field.name] ?? null))].join(', ')})`,
	);
	return `create table sample (id integer, ${columns.join(', ')}); insert into sample values ${values.join(',\n')};`;
}

function translate(rule: Rule): Sql {
	const { kind } = rule;
	switch (kind) {
		case 'and':
		case 'or':
			return condition(`(${rule.operands.map((operand) => translate(operand).text).join(` ${kind} `)})`);
		case 'not':
			return condition(`(not ${translate(rule.operand).text})`);
		case 'comparison': {
			const [left, right] = pair(translate(rule.left), translate(rule.right));
			return condition(`(${left} ${rule.operator} ${right})`);
		}
		case 'between': {
			const [a, low] = pair(translate(rule.operand), translate(rule.low));
			const [b, high] = pair(translate(rule.operand), translate(rule.high));
			return condition(
				negated(rule.isNegated, a === b ? `${a} between ${low} and ${high}` : `${a} >= ${low} and ${b} <= ${high}`),
			);
		}
		case 'in': {
			const pairs = rule.items.map((item) => pair(translate(rule.operand), translate(item)));
			const isUniform = pairs.every(([left]) => left === pairs[0]![0]);
			const list = `${pairs[0]![0]} in (${pairs.map(([, item]) => item).join(', ')})`;
			const equalities = pairs.map(([left, item]) => `${left} = ${item}`).join(' or ');
			return condition(negated(rule.isNegated, isUniform ? list : equalities));
		}
		case 'is-null':
			return condition(`(${translate(rule.operand).text} is ${rule.isNegated ? 'not ' : ''}null)`);
		case 'text-match': {
			const name = {
				contains: 'contains',
				'starts with': 'starts_with',
				'ends with': 'ends_with',
				matches: 'regexp_matches',
			};
			const sides = `${translate(rule.operand).text}, ${translate(rule.pattern).text}`;
			return condition(negated(rule.isNegated, `${name[rule.operator]}(${sides})`));
		}
		case 'arithmetic':
			return arithmetic(rule.operator, translate(rule.left), translate(rule.right));
		case 'negation':
			return { type: 'number', text: `(- ${translate(rule.operand).text})` };
		case 'call':
			return call(
				rule.name,
				rule.arguments.map((argument) => translate(argument)),
			);
		case 'field': {
			const type = {
				exact: 'number',
				double: 'number',
				date: 'date',
				moment: 'moment',
				boolean: 'truth',
				category: 'text',
				text: 'text',
			} as const;
			const field = sampleFields.find((entry) => entry.name === rule.name)!;
			return { type: type[field.kind], text: quoted(rule.name) };
		}
		case 'number':
			return { type: 'number', text: rule.digits };
		case 'duration':
			return { type: 'duration', text: `interval '${rule.digits} ${rule.unit}'` };
		case 'text':
			return { type: 'text', text: literal(rule.value) };
		case 'date':
			return { type: 'date', text: `date ${literal(rule.value)}` };
		case 'boolean':
			return condition(String(rule.value));
		case 'null':
			return condition('null');
		case 'asof':
			return { type: 'date', text: `(date '1970-01-01' + ${AS_OF_DAY})` };
		default:
			return assertNever(kind);
	}
}

function condition(text: string): Sql {
	return { type: 'truth', text };
}

function negated(isNegated: boolean, text: string): string {
	return isNegated ? `(not (${text}))` : `(${text})`;
}

/** Two sides of a comparison: texts beside dates are dates, moments beside dates are dates. */
function pair(left: Sql, right: Sql): [string, string] {
	const isDated = [left, right].some(({ type }) => type === 'date' || type === 'moment');
	const sides = isDated ? [dated(left), dated(right)] : [left, right];
	const hasDate = sides.some(({ type }) => type === 'date');
	const [a, b] = sides.map((side) => (hasDate && side.type === 'moment' ? `cast(${side.text} as date)` : side.text));
	return [a!, b!];
}

function dated(side: Sql): Sql {
	if (side.type !== 'text') {
		return side;
	}
	return side.text.length === 12
		? { type: 'date', text: `date ${side.text}` }
		: { type: 'moment', text: `timestamp ${side.text}` };
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: Sql, right: Sql): Sql {
	if (right.type === 'duration') {
		const moved = `${left.text} ${operator} ${right.text}`;
		return { type: left.type, text: left.type === 'date' ? `cast(${moved} as date)` : `(${moved})` };
	}
	if (left.type === 'date' || left.type === 'moment') {
		return { type: 'number', text: `(cast(${left.text} as date) - cast(${right.text} as date))` };
	}
	if (operator === '/') {
		return { type: 'number', text: `(cast(${left.text} as double) / nullif(cast(${right.text} as double), 0))` };
	}
	return { type: 'number', text: `(${left.text} ${operator} ${right.text})` };
}

function call(name: string, values: readonly Sql[]): Sql {
	const [first, second] = values;
	if (name === 'coalesce' && first && second) {
		const [a, b] = pair(first, second);
		return { type: first.type, text: `coalesce(${a}, ${b})` };
	}
	const type = name === 'lower' || name === 'upper' ? 'text' : 'number';
	return { type, text: `${name}(${first?.text ?? ''})` };
}

function duckType(field: SampleField): string {
	switch (field.kind) {
		case 'exact':
			return field.scale === 0 ? 'bigint' : `decimal(${field.storage === 'int32' ? 10 : 16}, ${field.scale})`;
		case 'double':
			return 'double';
		case 'moment':
			return 'timestamp';
		case 'category':
		case 'text':
			return 'varchar';
		case 'date':
		case 'boolean':
			return field.kind;
	}
}

function duckCell(field: SampleField, cell: SampleRow[string]): string {
	if (cell === null || cell === undefined) {
		return 'null';
	}
	switch (field.kind) {
		case 'date':
			return `date '1970-01-01' + ${String(cell)}`;
		case 'moment':
			return `make_timestamp(${String(cell)}::bigint * 1000)`;
		case 'category':
		case 'text':
			return literal(String(cell));
		case 'exact':
			return field.scale === 0 ? String(cell) : `${String(cell)}::decimal(18, 0) / 100`;
		case 'double':
		case 'boolean':
			return String(cell);
	}
}

function quoted(name: string): string {
	return `"${name}"`;
}

function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
