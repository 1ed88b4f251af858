/** What a dialect cannot say, as a sentence for the person who asked for it. */
export class SqlExportError extends Error {}
