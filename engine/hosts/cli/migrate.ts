import { parseArgs } from 'node:util';
import { readSegmentsFile } from '../../session/readSegmentsFile.ts';
import type { Command } from './Command.ts';
import { dateOption } from './dateOption.ts';
import { printMigration } from './printMigration.ts';
import { refuseRules } from './requireSoundRules.ts';
import { UsageError } from './UsageError.ts';
import { withTables } from './withTables.ts';

const EXIT_FOUND = 3;

const help = `Usage: tranche migrate s.json TABLES… --from DATE --to DATE [--mapping m.json] [--json]

Follows customers between the segments from one date to another, from one export: who was in which segment at either
date, who entered, stayed and left, and what that did to revenue. Nothing is changed or kept.

  TABLES          the data, as files of any format that Tranche reads, or one .tranche project
  --from DATE     YYYY-MM-DD, the earlier date: orders and campaign rows up to and including it count
  --to DATE       YYYY-MM-DD, the later date
  --mapping FILE  which column is which, where the guess is wrong
  --json          the result as JSON, for other programs
  -h, --help      this text

Exit codes: 0 nothing found; 3 found: a segment of high value loses members or revenue beyond chance while the total
holds; 2 bad input; 1 a fault of the program.`;

/** `tranche migrate`: the same segments at two dates. */
export const migrate: Command = {
	name: 'migrate',
	summary: 'follows customers between the segments from one date to another',
	help,
	async run(args) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				from: { type: 'string' },
				to: { type: 'string' },
				mapping: { type: 'string' },
				json: { type: 'boolean', default: false },
			},
		});
		const [file, ...tables] = positionals;
		if (file === undefined) {
			throw new UsageError('The segments are missing: name the segments file.');
		}
		if (tables.length === 0) {
			throw new UsageError('The data is missing: name the tables, or a project.');
		}
		const dates = { from: required('--from', values.from), to: required('--to', values.to) };
		const segmentation = readSegmentsFile(file);
		const migration = await withTables(tables, { mapping: values.mapping ?? null, asOf: null }, (session) =>
			session.segments.migration(segmentation, session.state.settings, dates),
		);
		refuseRules(file, migration.problems);
		if (values.json) {
			console.log(JSON.stringify(migration, null, '\t'));
		} else {
			printMigration(migration);
		}
		return migration.warnings.some(({ isTotalHeld }) => isTotalHeld) ? EXIT_FOUND : 0;
	},
};

function required(option: string, text: string | undefined): string {
	const date = dateOption(option, text);
	if (date === null) {
		throw new UsageError(`${option} is missing. Write it as ${option} YYYY-MM-DD, for example ${option} 2026-06-30.`);
	}
	return date;
}
