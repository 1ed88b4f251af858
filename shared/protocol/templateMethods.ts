import { z } from 'zod';
import { mappingTemplate } from '#shared/model/mappingTemplate.ts';
import { method, nothing } from './method.ts';

const templates = z.strictObject({ templates: z.array(mappingTemplate) });
const id = z.string().min(1);

/** Mapping templates, which the app remembers on this machine. Each call that changes them returns all, the newest last. */
export const templateMethods = {
	'templates.list': method({ kind: 'read', input: nothing, output: templates }),
	/** Takes the place of the one of the same name. */
	'templates.save': method({
		kind: 'write',
		input: mappingTemplate.pick({ name: true, headers: true, mapping: true, columns: true }),
		output: templates,
	}),
	/** Throws `not-found`; `conflict` where another template has the name. */
	'templates.rename': method({
		kind: 'write',
		input: z.strictObject({ id, name: mappingTemplate.shape.name }),
		output: templates,
	}),
	'templates.delete': method({ kind: 'write', input: z.strictObject({ id }), output: templates }),
	/** Writes templates to a new JSON file. */
	'templates.export': method({
		kind: 'read',
		input: z.strictObject({ path: z.string().min(1), ids: z.array(id).min(1) }),
		output: z.strictObject({ path: z.string() }),
	}),
	/** Adds the templates of a JSON file; one of a known name takes its place. Throws `data` for other files. */
	'templates.import': method({
		kind: 'write',
		input: z.strictObject({ path: z.string().min(1) }),
		output: templates.extend({ imported: z.int() }),
	}),
} as const;
