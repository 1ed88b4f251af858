import { z } from 'zod';
import { columnPlan } from './importPlan.ts';
import { tableMapping } from './tableMapping.ts';
import { normaliseHeader } from './tableRole/roleField.ts';

/** What somebody decided about a file, kept for the next file with the same headers. */
export const mappingTemplate = z.strictObject({
	id: z.string().min(1),
	name: z.string().min(1).max(100),
	/** ISO 8601, UTC. */
	savedAt: z.string(),
	/** In file order; see headerSignature for when a file has the same. */
	headers: z.array(z.string()).min(1),
	mapping: tableMapping,
	/** How the columns are read. */
	columns: z.array(columnPlan),
});
export type MappingTemplate = z.infer<typeof mappingTemplate>;

/** A file of templates as it is handed from one person to another. */
export const templateFile = z.strictObject({
	format: z.literal('tranche-mapping-templates'),
	version: z.literal(1),
	templates: z.array(mappingTemplate),
});

/** The same for files with the same headers, whatever their order, case and punctuation. */
export function headerSignature(headers: readonly string[]): string {
	return headers
		.map((header) => normaliseHeader(header) || header.trim())
		.sort()
		.join(' ');
}
