import { existsSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { counted } from '#shared/base/counted.ts';
import type { Analysis } from '#shared/model/analysis.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { analysisSettings, defaultSettings, type AnalysisSettings } from '#shared/model/settings.ts';
import { tableRole, type TableRole } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { proofProblems } from '#shared/rules/proof/proofProblems.ts';
import { requireFreeFolder } from '../../export/requireFreeFolder.ts';
import { partialName } from '../../export/table/partialFile.ts';
import { AUDIT_FILES, writeAudit } from '../../export/writeAudit.ts';
import { createJob, type Job } from '../../job.ts';
import { Session } from '../../session/Session.ts';
import { ProjectStore } from '../../store/ProjectStore.ts';
import type { Command } from './Command.ts';
import { dateOption } from './dateOption.ts';
import { planFile } from './planFile.ts';
import { readMappingFile, type FileMapping } from './readMappingFile.ts';
import { readSegmentsFile } from '../../session/readSegmentsFile.ts';
import { sayProblems } from './sayProblems.ts';
import { showProgress } from './showProgress.ts';
import { requireSoundRules } from './requireSoundRules.ts';
import { UsageError } from './UsageError.ts';

const PROJECT_FILE = 'audit.tranche';

const help = `Usage: tranche audit [--customers c.csv] [--orders o.csv] [--recipients r.csv] [--mapping m.json]
                     --segments s.json [--as-of DATE] [--baseline rest|control|everyone] --out DIR

Reads the tables, puts every customer in exactly one segment, and writes what each segment is worth and how it
responds: result.json, report.html, assignments.csv and the project ${PROJECT_FILE}.

  --customers FILE    one row per customer
  --orders FILE       one row per order or order line
  --recipients FILE   one row per customer and campaign message, or per event of a message
  --funnel FILE       one row per stage reached, or per opportunity
  --costs FILE        costs by kind, period and what they were spent on
  --survey FILE       survey answers
  --activity FILE     visits, tickets and other activity
  --log FILE          how the segmentation itself is used
                      At least one table is needed. Without customers, the base is everyone seen in the others.
                      FILE is any format that Tranche reads, also in gzip or zip. A folder, or a pattern in quotes
                      such as 'orders_2024-*.csv', is read as one table of all its files.
                      The same goes for an option that is given several times.
  --mapping FILE      which column is which, where the guess is wrong
  --segments FILE     the segments, in order
  --as-of DATE        YYYY-MM-DD; events after it do not count. Default: the day after the newest event
  --baseline KIND     rest (default), control or everyone
  --level SHARE       confidence level, default ${defaultSettings.level}
  --correction NAME   benjamini-hochberg (default) or holm
  --currency CODE     three letters, such as EUR
  --out DIR           folder for the results
  --overwrite         replace the results of an earlier run in that folder
  -h, --help          this text

The files are described in docs/command-line.md. Exit codes: 0 done, 2 bad input, 1 a fault of the program.`;

/** `tranche audit`: files in, segments proven exclusive, numbers out. Leaves nothing behind when it fails. */
export const audit: Command = {
	name: 'audit',
	summary: 'exclusive segments from CSV files: sizes, values, lift',
	help,
	async run(args) {
		const order = readOrder(args);
		const segmentation = readSegmentsFile(order.segments);
		const mappings = order.mapping === null ? new Map<TableRole, FileMapping>() : readMappingFile(order.mapping);
		const made = requireFreeFolder(order.out, order.mayReplace ? [] : [...AUDIT_FILES, PROJECT_FILE]);
		const projectPath = join(order.out, PROJECT_FILE);
		requireNotOpen(projectPath);
		// An earlier project is only replaced by one that is complete.
		const partial = partialName(projectPath);
		const progress = showProgress('Working');
		const job = createJob(new AbortController().signal, ({ done, total }) => progress.update(done, total));
		let session: Session | null = null;
		try {
			session = await Session.create(partial, job);
			const analysis = await runAudit(session, order, mappings, segmentation, job);
			progress.end();
			await session.close();
			renameSync(partial, projectPath);
			sayProblems([...session.state.problems, ...analysis.problems]);
			console.error(
				`Done: ${analysis.customers.toLocaleString('en')} customers in ${analysis.segments.length} segments as of ${analysis.asOf}.${excludedSentence(analysis)} Results in ${order.out}.`,
			);
		} catch (error) {
			progress.end();
			await session?.close();
			rmSync(partial, { force: true });
			removeEmpty(made);
			throw error;
		}
	},
};

/** Throws `conflict` where the app has the project of an earlier run open. Whatever else is wrong with it, it may be replaced. */
function requireNotOpen(path: string): void {
	try {
		if (existsSync(path)) {
			ProjectStore.open(path, true).close();
		}
	} catch (error) {
		if (error instanceof EngineError && error.code === 'conflict') {
			throw error;
		}
	}
}

/** Removes folders that this command made, unless something is in them. */
function removeEmpty(made: readonly string[]): void {
	try {
		made.toReversed().forEach((folder) => rmdirSync(folder));
	} catch {
		// Something was put there meanwhile, which is not ours to remove.
	}
}

interface Order {
	/** Of a role given several times, all files: one table. */
	readonly files: ReadonlyMap<TableRole, readonly string[]>;
	readonly mapping: string | null;
	readonly segments: string;
	readonly out: string;
	readonly mayReplace: boolean;
	readonly settings: AnalysisSettings;
}

function readOrder(args: readonly string[]): Order {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			customers: { type: 'string', multiple: true },
			orders: { type: 'string', multiple: true },
			recipients: { type: 'string', multiple: true },
			funnel: { type: 'string', multiple: true },
			costs: { type: 'string', multiple: true },
			survey: { type: 'string', multiple: true },
			activity: { type: 'string', multiple: true },
			log: { type: 'string', multiple: true },
			mapping: { type: 'string' },
			segments: { type: 'string' },
			'as-of': { type: 'string' },
			baseline: { type: 'string' },
			level: { type: 'string' },
			correction: { type: 'string' },
			currency: { type: 'string' },
			out: { type: 'string' },
			overwrite: { type: 'boolean', default: false },
		},
	});
	if (positionals.length > 0) {
		throw new UsageError(`"${positionals[0]}" stands alone: every file follows an option such as --orders.`);
	}
	const files = new Map(
		tableRole.exclude(['other']).options.flatMap((role) => {
			const paths = values[role];
			return paths === undefined ? [] : [[role, paths] as const];
		}),
	);
	if (files.size === 0) {
		throw new UsageError('There is nothing to read: give at least one of --customers, --orders and --recipients.');
	}
	if (values.segments === undefined || values.out === undefined) {
		throw new UsageError(
			values.segments === undefined
				? 'The segments are missing: give them with --segments FILE.'
				: 'The folder for the results is missing: give it with --out DIR.',
		);
	}
	const settings = analysisSettings.safeParse({
		...defaultSettings,
		asOf: dateOption('--as-of', values['as-of']),
		baseline: values.baseline ?? defaultSettings.baseline,
		level: values.level === undefined ? defaultSettings.level : Number(values.level),
		correction: values.correction ?? defaultSettings.correction,
		currency: values.currency ?? null,
	});
	if (!settings.success) {
		throw new UsageError(settingsSentence(String(settings.error.issues[0]?.path[0]), values));
	}
	return {
		files,
		mapping: values.mapping ?? null,
		segments: values.segments,
		out: values.out,
		mayReplace: values.overwrite,
		settings: settings.data,
	};
}

function settingsSentence(setting: string, values: Readonly<Record<string, unknown>>): string {
	switch (setting) {
		case 'baseline':
			return `--baseline "${String(values['baseline'])}" does not exist. Choose rest, control or everyone.`;
		case 'level':
			return `--level "${String(values['level'])}" is not a confidence level. Give a share between 0.5 and 0.999, for example 0.95.`;
		case 'correction':
			return `--correction "${String(values['correction'])}" does not exist. Choose benjamini-hochberg or holm.`;
		default:
			return `--currency "${String(values['currency'])}" is not a currency code. Give three capital letters, for example EUR.`;
	}
}

async function runAudit(
	session: Session,
	{ files, settings, out, mayReplace, segments }: Order,
	mappings: ReadonlyMap<TableRole, FileMapping>,
	segmentation: Segmentation,
	job: Job,
): Promise<Analysis> {
	for (const [role, paths] of files) {
		await session.importTable(await planFile(paths, role, mappings.get(role) ?? null), null, job);
	}
	await session.writeSettings(settings, job);
	await session.writeSegmentation(segmentation, 'Segments of the audit', job);
	const analysis = await session.segments.evaluate(segmentation, settings, job);
	// In strict mode also for customers who are not in the data.
	const proved = segmentation.mode === 'strict' ? await session.segments.prove(segmentation, job) : null;
	const problems = [...analysis.problems, ...(proved ? proofProblems(segmentation, proved) : [])];
	requireSoundRules(segments, problems);
	await session.saveVersion('Audit', job);
	await writeAudit({ session, segmentation, dir: out, mayReplace, job });
	return { ...analysis, problems };
}

function excludedSentence({ excluded: { people, rules } }: Analysis): string {
	const parts = rules.map(({ name, people: taken }) => `${name} ${taken.toLocaleString('en')}`);
	return rules.length === 0 ? '' : ` Excluded: ${counted(people, 'customer')} (${parts.join(', ')}).`;
}
