import { parseArgs } from 'node:util';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { dayOfIso } from '#shared/rules/calendar.ts';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import { ProofMemory } from '../../rules/proof/ProofMemory.ts';
import { proveSegmentation } from '../../rules/proof/proveSegmentation.ts';
import { ruleProofFields } from '../../rules/proof/ruleProofFields.ts';
import { exclusionProblem, ruleProblem } from '../../rules/segmentProblems.ts';
import { readSegmentsFile } from '../../session/readSegmentsFile.ts';
import type { Command } from './Command.ts';
import { dateOption } from './dateOption.ts';
import { inferredFields } from './inferredFields.ts';
import { printProof } from './printProof.ts';
import { requireSoundRules } from './requireSoundRules.ts';
import { UsageError } from './UsageError.ts';
import { withTables } from './withTables.ts';

const EXIT_FOUND = 3;
const MS_PER_DAY = 86_400_000;

const help = `Usage: tranche check s.json [tables…] [--strict] [--as-of DATE] [--mapping m.json] [--json]

Says of each two rules whether a customer can match both: disjoint is proved for any data, overlap comes with a customer
who matches both, unprovable with the reason. Also which rules are empty, dead (covered by earlier ones) or equal, and
whether the rules leave anybody out. Nothing is changed or kept.

  tables          the data, as files of any format that Tranche reads, or one .tranche project. Customers are then taken
                  from it where it has them, and counted. Without tables, types are told from the rules.
  --strict        as if the segments file said "mode": "strict"
  --as-of DATE    YYYY-MM-DD, the date that asof means. Default: the day after the newest event; without tables, today
  --mapping FILE  which column is which, where the guess is wrong
  --json          the proof as JSON, for other programs
  -h, --help      this text

Exit codes: 0 nothing found; 3 found: a rule that can take nobody, or, in strict mode, two rules that overlap or cannot
be proved disjoint; 2 bad input; 1 a fault of the program.`;

/** `tranche check`: what can be proved of the rules alone, and what the data shows. */
export const check: Command = {
	name: 'check',
	summary: 'proves which segments exclude each other, with a customer where they do not',
	help,
	async run(args) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				strict: { type: 'boolean', default: false },
				'as-of': { type: 'string' },
				mapping: { type: 'string' },
				json: { type: 'boolean', default: false },
			},
		});
		const [file, ...tables] = positionals;
		if (file === undefined) {
			throw new UsageError('The segments are missing: name the segments file.');
		}
		const asOf = dateOption('--as-of', values['as-of']);
		if (values.mapping !== undefined && tables.length === 0) {
			throw new UsageError('--mapping says what the columns of tables are, but no table is named.');
		}
		const segmentation = readSegmentsFile(file);
		const proof =
			tables.length === 0
				? withoutData(file, segmentation, asOf)
				: await withTables(tables, { mapping: values.mapping ?? null, asOf }, (session) => {
						requireSoundRules(file, session.segments.assign({ ...segmentation, mode: 'waterfall' }).problems);
						return session.segments.prove(segmentation);
					});
		if (values.json) {
			console.log(JSON.stringify(proof, null, '\t'));
		} else {
			console.log(printProof(proof));
		}
		return hasFound(proof, values.strict || segmentation.mode === 'strict') ? EXIT_FOUND : 0;
	},
};

function withoutData(file: string, segmentation: Segmentation, asOf: string | null): SegmentationProof {
	const { segments, exclusions } = segmentation;
	const fields = inferredFields(segmentation);
	const { check } = new RuleChecks(fields).within(segmentation);
	const checked = segments.map((segment) => ({ segment, ...check(segment.rule) }));
	const excluding = exclusions.map((exclusion) => ({ exclusion, ...check(exclusion.rule) }));
	requireSoundRules(file, [
		...checked.flatMap(({ segment, diagnostics }) => diagnostics.map((found) => ruleProblem(segment, found))),
		...excluding.flatMap(({ exclusion, diagnostics }) =>
			diagnostics.map((found) => exclusionProblem(exclusion, found)),
		),
	]);
	const day = asOf === null ? null : dayOfIso(asOf);
	const order = {
		rules: checked.map(({ segment, typed }) => ({ id: segment.id, typed })),
		exclusions: excluding.flatMap(({ typed }) => typed ?? []),
		data: null,
	};
	const memory = new ProofMemory(ruleProofFields(fields), day ?? Math.floor(Date.now() / MS_PER_DAY));
	return proveSegmentation(order, memory);
}

function hasFound({ pairs, rules }: SegmentationProof, isStrict: boolean): boolean {
	return (
		rules.some(({ isEmpty, isDead }) => isEmpty === 'yes' || isDead === 'yes') ||
		(isStrict && pairs.some(({ verdict }) => verdict !== 'disjoint'))
	);
}
