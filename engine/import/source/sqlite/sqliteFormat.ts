import type { TableFormat } from '../formats.ts';
import { listSqliteParts } from './listSqliteParts.ts';
import { openSqlite } from './openSqlite.ts';

export const sqliteFormat: TableFormat = { open: openSqlite, listParts: listSqliteParts };
