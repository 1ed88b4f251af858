import { z } from 'zod';
import { mappingTemplate } from '../model/mappingTemplate.ts';
import { method, nothing } from './method.ts';

export const fileEntry = z.strictObject({
	name: z.string(),
	path: z.string(),
	isFolder: z.boolean(),
	sizeBytes: z.number(),
	modifiedAt: z.string(),
});
export type FileEntry = z.infer<typeof fileEntry>;

/** What the app remembers on this machine, outside any project. */
export const preferences = z.strictObject({
	theme: z.enum(['light', 'dark', 'system']),
	recentProjects: z.array(z.strictObject({ path: z.string(), name: z.string(), openedAt: z.string() })),
	/** Serialised dock layout per project path. */
	layouts: z.record(z.string(), z.unknown()),
	/** How rules are shown at first: as they were last time. */
	ruleMode: z.enum(['text', 'conditions']).optional(),
	/** How files of known headers were mapped, the newest last; see templateMethods. */
	mappingTemplates: z.array(mappingTemplate).optional(),
	/** Warnings that were put aside, per project path: see renderer/engine/dismissedProblems.ts. */
	dismissedProblems: z.record(z.string(), z.array(z.string())).optional(),
});
export type Preferences = z.infer<typeof preferences>;

export const hostMethods = {
	/** A folder's entries for the in-app file dialog; null lists the home folder. */
	'files.list': method({
		kind: 'read',
		input: z.strictObject({ folder: z.string().nullable(), extensions: z.array(z.string()) }),
		output: z.strictObject({ folder: z.string(), parent: z.string().nullable(), entries: z.array(fileEntry) }),
	}),
	'preferences.read': method({ kind: 'read', input: nothing, output: preferences }),
	'preferences.write': method({ kind: 'write', input: preferences.partial(), output: preferences }),
} as const;
