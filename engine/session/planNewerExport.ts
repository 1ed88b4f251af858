import type { ImportOverrides, ImportPlan, ImportPreview } from '#shared/model/importPlan.ts';
import { formatNames } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { previewSource } from '../import/previewSource.ts';
import type { StoredTable } from '../store/StoredTable.ts';

export interface NewerPlan {
	readonly plan: ImportPlan;
	/** What is read in another way than the file of the table was, and what is left out; sentences. */
	readonly notes: readonly string[];
}

/** What of a preview is worth telling before a newer export is compared. */
const notable = new Set(['import.skipped', 'import.source', 'import.mojibake']);

/**
 * How a newer export of a table is to be read: as its file was, as far as the columns of the table are found in that way. Where they
 * are not (another delimiter, a sheet of another name), the reading is told from the new file step by step. Columns that the table
 * knows keep their types and readings. `paths` of one export in several files are appended in order of their names.
 * Throws `data` for files that cannot be read as one table.
 */
export async function planNewerExport(table: StoredTable, paths: readonly string[]): Promise<NewerPlan> {
	const [path = '', ...more] = paths.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
	const names = new Set(table.columns.map(({ summary }) => summary.name));
	let best: { readonly preview: ImportPreview; readonly known: number } | null = null;
	let failure: unknown = null;
	for (const { source, dialect } of waysToRead(table)) {
		try {
			const preview = await previewSource(path, {
				...carried(table),
				...(dialect ? { dialect } : {}),
				source: { ...source, more: more.map((other) => ({ path: other, entry: null })) },
			});
			const isGarbled = preview.problems.some(({ code }) => code === 'import.mojibake');
			const known = isGarbled ? 0 : preview.plan.columns.filter(({ name }) => names.has(name)).length;
			if (best === null || known > best.known) {
				best = { preview, known };
			}
			if (known === names.size) {
				break;
			}
		} catch (error) {
			if (!(error instanceof EngineError) || error.code === 'cancelled') {
				throw error;
			}
			// What the last and plainest way has to say is about the file itself.
			failure = error;
		}
	}
	if (best === null) {
		throw failure;
	}
	const { plan, problems } = best.preview;
	const foreign = problems.find(({ code }) => code === 'import.shape');
	if (foreign) {
		throw new EngineError('data', foreign.message);
	}
	return {
		plan,
		notes: [
			...sourceNotes(table, plan),
			...problems.filter(({ code }) => notable.has(code)).map(({ message }) => message),
		],
	};
}

/** Ways to read the export, the one that the table was read in first. */
function waysToRead({ origin, dialect }: StoredTable): Pick<ImportOverrides, 'source' | 'dialect'>[] {
	const { delimiter, hasHeader, skipRows = 0, skipLastRows = 0 } = dialect;
	// Lines at the end are left out only where the new file shows that they are no rows: a row must not be lost.
	const before = { delimiter, hasHeader, skipRows, ...(skipLastRows === 0 ? { skipLastRows } : {}) };
	if (origin === null) {
		return [{ dialect: before }, {}];
	}
	const { format, encoding, columnStarts, entry, part, apostrophes } = origin.source;
	const form = {
		format,
		...(encoding === null ? {} : { encoding }),
		...(columnStarts ? { columnStarts } : {}),
		...(apostrophes ? { apostrophes } : {}),
	};
	const place = { ...(entry === null ? {} : { entry }), ...(part === null ? {} : { part }) };
	const isPlaced = entry !== null || part !== null;
	return [
		{ source: { ...form, ...place }, dialect: before },
		{ source: { ...form, ...place } },
		...(isPlaced ? [{ source: form, dialect: before }] : []),
		{},
	];
}

function carried({ name, mapping, columns, origin }: StoredTable): ImportOverrides {
	return {
		tableName: name,
		role: mapping.role,
		template: null,
		types: Object.fromEntries(columns.map(({ summary }) => [summary.name, summary.type])),
		readings: origin?.readings ?? {},
		...(origin?.misfits ? { misfits: origin.misfits } : {}),
	};
}

/** Says where the export is taken from elsewhere than the file of the table. */
function sourceNotes({ origin, name }: StoredTable, { source }: ImportPlan): string[] {
	if (origin === null) {
		return [];
	}
	const before = origin.source;
	if (before.format !== source.format) {
		return [`${name} was read from ${formatNames[before.format]}; the newer export is ${formatNames[source.format]}.`];
	}
	const differs = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;
	return [
		...(differs(before.part, source.part)
			? [`"${source.part}" is read; there is no "${before.part}" with the columns of ${name} in it.`]
			: []),
		...(differs(before.entry, source.entry)
			? [`${source.entry} in the archive is read; there is no ${before.entry} in it.`]
			: []),
	];
}
