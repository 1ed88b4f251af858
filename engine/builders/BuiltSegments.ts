import type { BuilderNote } from '#shared/model/builderProposal.ts';
import type { CustomField } from '#shared/model/customField.ts';

/** What a builder has worked out, before it is counted; see measureProposal. */
export interface BuiltSegments {
	/** At most 200. The rules exclude each other. */
	readonly segments: readonly BuiltSegment[];
	/** Whom no rule takes, and why. */
	readonly remainder: { readonly name: string; readonly description: string };
	readonly customFields: readonly CustomField[];
	readonly notes: readonly BuilderNote[];
}

export interface BuiltSegment {
	readonly name: string;
	readonly rule: string;
	readonly description: string;
}
