import { audit } from './audit.ts';
import { check } from './check.ts';
import type { Command } from './Command.ts';
import { exportRows } from './exportRows.ts';
import { importFiles } from './importFiles.ts';
import { migrate } from './migrate.ts';
import { read } from './read.ts';
import { sample } from './sample.ts';
import { sql } from './sql.ts';
import { tables } from './tables.ts';

/** Every subcommand, in the order of the help text. */
export const commands: readonly Command[] = [audit, check, migrate, read, importFiles, exportRows, tables, sql, sample];
