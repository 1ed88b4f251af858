import type { RoleFacts } from './RoleFacts.ts';

/** No part at all: the only role that several tables of a project may have, and that is never guessed. */
export const other: RoleFacts = {
	id: 'other',
	label: 'Other table',
	description:
		'Kept as it is, to be looked at, exported and asked by SQL. No figure is counted from it, and there may be any number of them.',
	isEvent: false,
	movesAsOf: false,
	fileNames: /(?!)/,
	fields: [],
};
