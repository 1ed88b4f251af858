import type { ImportPlan, ImportPreview } from '#shared/model/importPlan.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { TableRole } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { guessArms } from '../../import/guess/guessArms.ts';
import { guessEvents } from '../../import/guess/guessEvents.ts';
import { previewSource } from '../../import/previewSource.ts';
import { findFiles } from '../../import/source/findFiles.ts';
import type { FileMapping } from './readMappingFile.ts';

/**
 * How the table of a given role is read: as the preview tells it, with what the mapping file says put first. Each name is a file, a
 * folder or a pattern; several files are read as one table.
 */
export async function planFile(
	names: string | readonly string[],
	role: TableRole,
	wanted: FileMapping | null,
): Promise<ImportPlan> {
	const { path, more } = findFiles(...(typeof names === 'string' ? [names] : names));
	const source = more.length > 0 ? { source: { more } } : {};
	const guessed = await previewSource(path, { role, ...source });
	if (wanted === null) {
		return requireReadable(guessed);
	}
	const headers = guessed.plan.columns.map(({ name }) => name);
	for (const [field, header] of [
		...Object.entries(wanted.fields),
		...(wanted.attributes ?? []).map((name) => ['attributes', name] as const),
	]) {
		if (!headers.includes(header)) {
			throw new EngineError(
				'data',
				`The mapping of ${role} puts ${field} in the column "${header}", which ${path} does not have. Its columns: ${headers.join(', ')}.`,
			);
		}
	}
	return requireReadable(await previewSource(path, { role, ...source, mapping: merge(guessed, wanted) }));
}

function merge({ plan, rawRows }: ImportPreview, wanted: FileMapping): TableMapping {
	const { mapping, columns } = plan;
	const taken = new Set(Object.values(wanted.fields));
	const kept = Object.entries(mapping.fields).filter(
		([field, header]) => wanted.fields[field] === undefined && !taken.has(header),
	);
	const fields = { ...Object.fromEntries(kept), ...wanted.fields };
	const arm = columns.findIndex(({ name }) => name === fields['arm']);
	const guessedArms =
		fields['arm'] === mapping.fields['arm'] ? mapping.arms : guessArms(rawRows.map((row) => row[arm] ?? ''));
	const event = columns.findIndex(({ name }) => name === fields['event']);
	const { events: guessedEvents, ...guessed } = mapping;
	const events =
		fields['event'] === mapping.fields['event']
			? guessedEvents
			: (guessEvents(rawRows.map((row) => row[event] ?? '')) ?? undefined);
	return {
		...guessed,
		...(events && { events }),
		...wanted.shape,
		fields,
		attributes: wanted.attributes ? [...wanted.attributes] : mapping.attributes,
		arms: wanted.arms ?? guessedArms,
	};
}

function requireReadable({ plan, problems }: ImportPreview): ImportPlan {
	const error = problems.find(({ severity }) => severity === 'error');
	if (error?.code === 'import.unmapped') {
		const headers = plan.columns.map(({ name }) => name).join(', ');
		throw new EngineError(
			'data',
			`${plan.path}: ${error.message} A mapping file (--mapping) says which it is. Columns: ${headers}.`,
		);
	}
	if (error) {
		throw new EngineError('data', error.message);
	}
	return plan;
}
