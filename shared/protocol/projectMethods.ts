import { z } from 'zod';
import { projectState } from '#shared/model/projectState.ts';
import { analysisSettings } from '#shared/model/settings.ts';
import { method, nothing } from './method.ts';

export const projectMethods = {
	/** Refuses to replace an existing file. */
	'project.create': method({ kind: 'write', input: z.strictObject({ path: z.string().min(1) }), output: projectState }),
	/** Opens the sample project, generating it first where it is not there yet. */
	'project.openSample': method({ kind: 'write', input: nothing, output: projectState }),
	'project.open': method({ kind: 'write', input: z.strictObject({ path: z.string().min(1) }), output: projectState }),
	'project.close': method({ kind: 'write', input: nothing, output: nothing }),
	'project.state': method({
		kind: 'read',
		input: nothing,
		output: z.strictObject({ project: projectState.nullable() }),
	}),
	'project.writeSettings': method({
		kind: 'write',
		input: z.strictObject({ settings: analysisSettings }),
		output: projectState,
	}),
	'project.undo': method({ kind: 'write', input: nothing, output: projectState }),
	'project.redo': method({ kind: 'write', input: nothing, output: projectState }),
	/** Newest first. */
	'project.history': method({
		kind: 'read',
		input: z.strictObject({ limit: z.int().min(1).max(1000) }),
		output: z.strictObject({
			entries: z.array(z.strictObject({ id: z.int(), at: z.string(), label: z.string(), isUndone: z.boolean() })),
		}),
	}),
} as const;
