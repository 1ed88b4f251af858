import { parseArgs } from 'node:util';
import { EngineError } from '#shared/protocol/envelope.ts';
import { dayOfIso } from '#shared/rules/calendar.ts';
import { readSegmentsFile } from '../../session/readSegmentsFile.ts';
import type { Command } from './Command.ts';
import { printMigration } from './printMigration.ts';
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
			session.migration(segmentation, session.state.settings, dates),
		);
		if (migration.problems.length > 0) {
			const lines = migration.problems.map((message) => `  ${message}`);
			throw new EngineError('data', [`The rules in ${file} cannot be used:`, ...lines].join('\n'));
		}
		if (values.json) {
			console.log(JSON.stringify(migration, null, '\t'));
		} else {
			printMigration(migration);
		}
		return migration.warnings.some(({ isTotalHeld }) => isTotalHeld) ? EXIT_FOUND : 0;
	},
};

function required(option: string, text: string | undefined): string {
	if (text === undefined) {
		throw new UsageError(`${option} is missing. Write it as ${option} YYYY-MM-DD, for example ${option} 2026-06-30.`);
	}
	if (dayOfIso(text) === null) {
		throw new UsageError(`${option} "${text}" is not a date. Write it as YYYY-MM-DD, for example 2026-06-30.`);
	}
	return text;
}
