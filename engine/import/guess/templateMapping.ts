import type { ImportOverrides } from '#shared/model/importPlan.ts';
import { headerSignature, type MappingTemplate } from '#shared/model/mappingTemplate.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { headerKey } from './headerKey.ts';

/**
 * The template for these headers: the one that the user chose (null: none is wanted), or else the newest that was saved for
 * the same headers.
 */
export function chooseTemplate(
	templates: readonly MappingTemplate[],
	headers: readonly string[],
	wanted: ImportOverrides['template'],
): MappingTemplate | null {
	if (wanted === null) {
		return null;
	}
	if (wanted !== undefined) {
		return templates.find(({ id }) => id === wanted) ?? null;
	}
	const signature = headerSignature(headers);
	const fitting = templates.filter((template) => headerSignature(template.headers) === signature);
	return fitting.toSorted((left, right) => (left.savedAt < right.savedAt ? 1 : -1))[0] ?? null;
}

/** The mapping of a template in the spelling of a file's headers; what the file does not have is left out. */
export function templateMapping({ mapping }: MappingTemplate, headers: readonly string[]): TableMapping {
	const spelled = spellingsOf(headers);
	const renamed = (fields: Readonly<Record<string, string>>) =>
		Object.fromEntries(
			Object.entries(fields).flatMap(([field, header]) => {
				const own = spelled(header);
				return own === null ? [] : [[field, own]];
			}),
		);
	const items = mapping.items?.map(renamed).filter((item) => Object.keys(item).length > 0);
	return {
		...mapping,
		fields: renamed(mapping.fields),
		attributes: mapping.attributes.flatMap((header) => spelled(header) ?? []),
		...(items ? { items } : {}),
	};
}

/** The column types and readings that a template remembers, in the spelling of a file's headers. */
export function templateColumns(
	{ columns }: MappingTemplate,
	headers: readonly string[],
): Pick<ImportOverrides, 'types' | 'readings'> {
	const spelled = spellingsOf(headers);
	const known = columns.flatMap((column) => {
		const name = spelled(column.name);
		return name === null ? [] : [{ ...column, name }];
	});
	return {
		types: Object.fromEntries(known.map(({ name, type }) => [name, type])),
		readings: Object.fromEntries(known.flatMap(({ name, reading }) => (reading ? [[name, reading]] : []))),
	};
}

function spellingsOf(headers: readonly string[]): (header: string) => string | null {
	const exact = new Set(headers);
	const alike = new Map(headers.map((header) => [headerKey(header) || header, header]));
	return (header) => (exact.has(header) ? header : (alike.get(headerKey(header) || header) ?? null));
}
