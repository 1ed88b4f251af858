import { z } from 'zod';
import { tableMapping, type TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts, tableRole, type TableRole } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { readJsonFile } from '../../session/readJsonFile.ts';

const arms = z.strictObject({ treatment: z.array(z.string()).min(1), control: z.array(z.string()).min(1) });
const roleMapping = z
	.object({
		attributes: z.array(z.string()).optional(),
		arms: arms.optional(),
		events: tableMapping.shape.events,
		perOrder: tableMapping.shape.perOrder,
		items: tableMapping.shape.items,
		keyForm: tableMapping.shape.keyForm,
	})
	.catchall(z.string().min(1));

export interface FileMapping {
	/** Role field id to column header. */
	readonly fields: Readonly<Record<string, string>>;
	readonly attributes: readonly string[] | null;
	readonly arms: z.infer<typeof arms> | null;
	/** How the rows are counted, where it is said. */
	readonly shape: Pick<TableMapping, 'events' | 'perOrder' | 'items' | 'keyForm'>;
}

/**
 * Reads a mapping file: `{"orders": {"customer_id": "Kunde", "revenue": "Umsatz", "attributes": ["Region"]}}`. Fields that it does
 * not name are guessed as usual. Unknown roles and fields are refused with the ones that exist.
 */
export function readMappingFile(path: string): ReadonlyMap<TableRole, FileMapping> {
	const parsed = z.partialRecord(tableRole, roleMapping).safeParse(readJsonFile(path, 'mapping file'));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new EngineError(
			'data',
			`The mapping file ${path} does not fit at ${issue?.path.map(String).join('.') || 'its top level'}. It holds one entry per table (${tableRole.options.join(', ')}), each with field names and column headers.`,
		);
	}
	const mappings = new Map<TableRole, FileMapping>();
	for (const role of tableRole.options) {
		const entry = parsed.data[role];
		if (entry) {
			const { attributes, arms: armValues, events, perOrder, items, keyForm, ...fields } = entry;
			mappings.set(role, {
				fields: knownFields(path, role, fields),
				attributes: attributes ?? null,
				arms: armValues ?? null,
				shape: {
					...(events && { events }),
					...(perOrder && { perOrder }),
					...(items && { items }),
					...(keyForm && { keyForm }),
				},
			});
		}
	}
	return mappings;
}

function knownFields(path: string, role: TableRole, fields: Readonly<Record<string, string>>): Record<string, string> {
	const known = roleFacts(role).fields;
	return Object.fromEntries(
		Object.entries(fields).map(([name, header]) => {
			const spelling = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
			const field =
				known.find((candidate) => candidate.id === name) ??
				known.find((candidate) => candidate.synonyms.includes(spelling));
			if (!field) {
				throw new EngineError(
					'data',
					`The mapping file ${path} names the field "${name}" of ${role}, which does not exist. Fields of ${role}: ${known.map((candidate) => candidate.id).join(', ')}.`,
				);
			}
			return [field.id, header];
		}),
	);
}
