import type { MappingTemplate } from '#shared/model/mappingTemplate.ts';
import { noKnownKeys, type KnownKeys } from './KnownKeys.ts';

/** What a guess may know besides the file: the project that it goes into, and what was decided about earlier files. */
export interface GuessContext {
	readonly known: KnownKeys;
	readonly templates: readonly MappingTemplate[];
}

export const noContext: GuessContext = { known: noKnownKeys, templates: [] };
