/**
 * Called between batches of rows: lets other work in, ends the run when it was cancelled, and reports
 * how far the phase has come (0 to 1).
 */
export type Tick = (phase: string, share: number) => Promise<void>;
