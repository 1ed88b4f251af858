import { segmentation } from '#shared/model/segmentation.ts';
import { analysisSettings } from '#shared/model/settings.ts';
import { tableMapping } from '#shared/model/tableMapping.ts';
import { z } from 'zod';

const visibility = z.enum(['ready', 'hidden']);

/**
 * One thing that a command changed, with its value before and after, both complete: doing again is writing `after`,
 * undoing is writing `before`. An imported table goes from hidden to ready, a removed one from ready to hidden.
 */
export const change = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('segmentation'), before: segmentation, after: segmentation }),
	z.strictObject({ kind: z.literal('settings'), before: analysisSettings, after: analysisSettings }),
	z.strictObject({ kind: z.literal('mapping'), tableId: z.int(), before: tableMapping, after: tableMapping }),
	z.strictObject({ kind: z.literal('table'), tableId: z.int(), before: visibility, after: visibility }),
]);
export type Change = z.infer<typeof change>;
