import { counted } from '#shared/base/counted.ts';
import type { ImportPreview } from '#shared/model/importPlan.ts';

/** What was told from a file, as lines for stderr: how it is written, then each column with its type and reasons. */
export function describeReading(
	{ plan, dialectFindings, columnFindings }: ImportPreview,
	types: 'detect' | 'text',
): string[] {
	const { source, dialect } = plan;
	const isDelimited = source.format === 'delimited';
	const notes = dialectFindings.filter(({ confidence }) => confidence < 1);
	const facts = isDelimited
		? [
				`delimiter ${JSON.stringify(dialect.delimiter)}`,
				`encoding ${source.encoding ?? dialect.encoding}`,
				dialect.hasHeader ? 'header' : 'no header',
			]
		: [source.format, ...(source.part === null ? [] : [`sheet or table "${source.part}"`])];
	const packed = source.container === 'none' ? [] : [`inside ${source.container}`];
	const width = Math.max(...plan.columns.map(({ name }) => name.length));
	return [
		`Detected: ${[...facts, ...packed, counted(plan.columns.length, 'column')].join(', ')}.`,
		...(isDelimited ? notes.map(({ confidence, reason }) => `  ${percent(confidence)} sure: ${reason}`) : []),
		...(types === 'text'
			? []
			: plan.columns.map(({ name, type }, column) => {
					const { confidence, reasons } = columnFindings[column] ?? { confidence: 1, reasons: [] };
					const sure = confidence < 0.95 ? `${percent(confidence)} sure. ` : '';
					return `  ${name.padEnd(width)}  ${type.padEnd(9)}  ${sure}${reasons.join(' ')}`.trimEnd();
				})),
	];
}

function percent(share: number): string {
	return `${Math.floor(share * 100)} %`;
}
