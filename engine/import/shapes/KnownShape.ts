import type { CampaignEvent } from '#shared/model/tableMapping.ts';
import type { TableRole } from '#shared/model/tableRole.ts';

/** An export that many companies send: which one it is shows in its headers. */
export interface KnownShape {
	readonly id: string;
	readonly name: string;
	/** Headers that are in every version of the export and, together, in no other. */
	readonly signature: readonly string[];
	readonly role: TableRole;
	/** Role field id to header; of several the first that the file has. */
	readonly fields: Readonly<Record<string, string | readonly string[]>>;
	/** As in a mapping. */
	readonly perOrder?: readonly string[];
	readonly events?: Readonly<Record<string, CampaignEvent>>;
	/** What to know about the export, one sentence each. */
	readonly notes: readonly string[];
}
