import type { DialectFinding, ImportOverrides, ImportPreview } from '#shared/model/importPlan.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { AppendedFile, TableSource } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { fileProblem } from './fileProblem.ts';
import { noContext, type GuessContext } from './guess/GuessContext.ts';
import { inspectFile } from './inspectFile.ts';
import { previewImport } from './previewImport.ts';
import { canonicalDialect, type FileHead } from './source/FileHead.ts';
import { shortName } from './source/filesOfSource.ts';
import { findMojibake } from './source/findMojibake.ts';
import { MAX_COLUMNS } from './source/limits.ts';
import { readFileHead } from './source/readFileHead.ts';
import { describeDifference, shapeLike, shapeOf } from './source/tableShape.ts';

/** Encodings that are no surer than this are asked about. */
const UNSURE = 0.6;

/**
 * How a file of any format would be imported: what it is, and everything that previewImport tells of its rows. Files that
 * are to be appended are looked into as well. Throws an EngineError for files that cannot be a table.
 */
export async function previewSource(
	path: string,
	overrides: ImportOverrides,
	context: GuessContext = noContext,
): Promise<ImportPreview> {
	const head = await readFileHead(path, overrides.source ?? {});
	const dialect = dialectFor(head, overrides.dialect);
	const preview = previewImport(path, { ...overrides, ...(dialect && { dialect }) }, context, head);
	const { plan } = preview;
	if (plan.columns.length > MAX_COLUMNS) {
		throw new EngineError(
			'data',
			`${path} has ${plan.columns.length.toLocaleString('en')} columns; up to ${MAX_COLUMNS.toLocaleString('en')} are read. Check the delimiter, or leave out what is not needed.`,
		);
	}
	const { source } = head;
	const differences = await compareFiles(preview, source);
	const garbled = findMojibake(preview.rawRows);
	return {
		...preview,
		plan: { ...plan, source, tableName: overrides.tableName ?? commonName(plan.tableName, source) },
		sizeBytes: [path, ...source.more.map((file) => file.path)].reduce(
			(sum, file) => sum + inspectFile(file).sizeBytes,
			0,
		),
		choices: { ...head.choices },
		dialectFindings: withSource(preview.dialectFindings, head, overrides),
		problems: [
			...differences,
			...encodingProblems(head, preview.dialectFindings, path),
			...preview.problems,
			...head.notes.map((message) => fileProblem('info', 'import.source', message, path)),
			...(garbled === null ? [] : [fileProblem('warning', 'import.mojibake', garbled, path)]),
		],
	};
}

/** `orders` for orders_2024-01.csv, orders_2024-02.csv: what the names of all files start with, up to the first difference. */
function commonName(name: string, { more }: TableSource): string {
	let shared = name;
	for (const file of more) {
		const other = shortName(file);
		let length = 0;
		while (length < shared.length && shared[length] === other[length]) {
			length++;
		}
		shared = shared.slice(0, length);
	}
	const stem = more.length === 0 ? name : shared.replace(/[\d\s_.-]+$/, '');
	return stem === '' ? name : stem;
}

/** What was told of the bytes before they were looked at as rows: encoding and quotes. */
function withSource(
	findings: readonly DialectFinding[],
	{ source, encodingFinding, isCanonical }: FileHead,
	{ source: asked = {} }: ImportOverrides,
): DialectFinding[] {
	const told = (
		aspect: DialectFinding['aspect'],
		isSet: boolean,
		confidence: number,
		reason: string,
	): DialectFinding => (isSet ? { aspect, confidence: 1, reason: 'Set by you.' } : { aspect, confidence, reason });
	const isEncoded = source.encoding !== null && !isCanonical;
	const own = [
		...(isEncoded
			? [
					told(
						'encoding',
						asked.encoding !== undefined,
						encodingFinding?.confidence ?? 1,
						encodingFinding?.reason ?? `The text is ${source.encoding}.`,
					),
				]
			: []),
		...(source.apostrophes
			? [told('quote', asked.apostrophes !== undefined, 0.9, 'Texts are enclosed in \' instead of ".')]
			: []),
	];
	const aspects = own.map(({ aspect }) => aspect);
	return [...own, ...findings.filter(({ aspect }) => !aspects.includes(aspect))];
}

/** An encoding that is not clear changes texts without a trace, so that it is said. */
function encodingProblems(head: FileHead, findings: readonly DialectFinding[], path: string): Problem[] {
	const scanned = findings.find(({ aspect }) => aspect === 'encoding');
	const { encodingFinding } = head;
	const isOpen = encodingFinding ? encodingFinding.isOpen : (scanned?.confidence ?? 1) <= UNSURE;
	const reason = encodingFinding?.reason ?? scanned?.reason ?? '';
	return isOpen ? [fileProblem('warning', 'import.encoding', reason, path)] : [];
}

/** What is settled about the dialect of text that was converted. */
function dialectFor({ isCanonical, source }: FileHead, asked: ImportOverrides['dialect']): ImportOverrides['dialect'] {
	if (isCanonical) {
		return canonicalDialect;
	}
	if (source.format === 'fixed-width') {
		return { ...asked, delimiter: ',', encoding: 'utf-8' };
	}
	return source.encoding === null ? asked : { ...asked, encoding: 'utf-8' };
}

/** Files that are to be appended and have other columns, by name and with the difference. */
async function compareFiles({ plan }: ImportPreview, source: TableSource): Promise<Problem[]> {
	const names = plan.columns.map(({ name }) => name);
	const problems: Problem[] = [];
	for (const file of source.more) {
		const difference = await differenceOf(file, source, names, plan.dialect);
		if (difference !== null) {
			const message = `${shortName(file)} cannot be read as part of this table: ${difference}.`;
			problems.push(fileProblem('error', 'import.shape', message, file.path));
		}
	}
	return problems;
}

async function differenceOf(
	file: AppendedFile,
	source: TableSource,
	names: readonly string[],
	dialect: ImportPreview['plan']['dialect'],
): Promise<string | null> {
	try {
		const { format, part, columnStarts } = source;
		const entry = file.entry === null ? {} : { entry: file.entry };
		const head = await readFileHead(file.path, { format, part, ...(columnStarts && { columnStarts }), ...entry });
		const shape = head.isCanonical ? shapeOf(head.sample, canonicalDialect) : shapeLike(head.sample, dialect, names);
		return describeDifference(names, shape.names, format);
	} catch (error) {
		if (error instanceof EngineError && error.code === 'data') {
			return error.message.replace(/\.$/, '');
		}
		throw error;
	}
}
