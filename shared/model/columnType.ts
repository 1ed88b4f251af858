import { z } from 'zod';

/** What the cells of a column mean; how they are stored is decided in engine/columns. */
export const columnType = z.enum(['integer', 'decimal', 'date', 'timestamp', 'boolean', 'text']);
export type ColumnType = z.infer<typeof columnType>;

/** One cell as it travels to a screen or a file: dates are ISO text, null is "no value". */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof cell>;
