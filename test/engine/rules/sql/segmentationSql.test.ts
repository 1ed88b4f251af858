import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REMAINDER_ID, type Segmentation } from '#shared/model/segmentation.ts';
import { checkRule } from '#shared/rules/checkRule.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { conditionSql } from '#shared/rules/sql/conditionSql.ts';
import { segmentationSql } from '#shared/rules/sql/segmentationSql.ts';
import { sqlDialect } from '#shared/rules/sql/sqlDialects.ts';
import { SqlExportError } from '#shared/rules/sql/SqlExportError.ts';
import { SegmentEvaluator } from '../../../../engine/rules/SegmentEvaluator.ts';
import { arbitraryTypedRule } from '../arbitraryTypedRule.ts';
import { AS_OF_DAY, sampleFrame } from '../sampleFrame.ts';
import { databaseNames, onDatabase, SERVER_TEST_MS } from './eachDatabase.ts';
import { fillSampleTable, KEY, sampleColumns, TABLE } from './sampleTable.ts';

const ROWS = 400;
const SEGMENTATIONS = 12;
const { frame, rows } = sampleFrame(31, ROWS);

/** Rules that every dialect has words for, and whose case is that of ASCII. */
const rule = arbitraryTypedRule
	.map((tree) => printRule(tree))
	.filter((text) => {
		const { typed } = checkRule(text, frame.fields);
		if (!typed || /90 years|lower|upper/.test(text)) {
			return false;
		}
		try {
			const columns = new Map(sampleColumns.map((column) => [column.name, column]));
			conditionSql(typed, { dialect: sqlDialect('sqlite'), columns, asOfDay: AS_OF_DAY, notes: new Set() });
			return true;
		} catch (error) {
			if (error instanceof SqlExportError) {
				return false;
			}
			throw error;
		}
	});
const segmentation: fc.Arbitrary<Segmentation> = fc
	.record({
		rules: fc.array(rule, { minLength: 1, maxLength: 6 }),
		exclusions: fc.array(rule, { maxLength: 2 }),
		mode: fc.constantFrom('waterfall', 'strict'),
	})
	.map(({ rules, exclusions, mode }) => ({
		segments: [
			...rules.map((text, index) => ({ id: `s${index}`, name: `Segment ${index}`, rule: text })),
			{ id: 'custom', name: 'By custom fields', rule: "basket > 3 or (is_new and not segment('s0'))" },
		],
		exclusions: exclusions.map((text, index) => ({
			id: `x${index}`,
			name: `Exclusion ${index}`,
			rule: `${text} and visits = 2`,
		})),
		customFields: [
			{ name: 'basket', expression: 'spend / visits + 0.1' },
			{ name: 'is_new', expression: 'first_seen >= asof - 2 months' },
		],
		remainder: 'Everyone else',
		mode,
	}));

test.for(databaseNames)(
	'whole segmentations, with exclusions and custom fields, give each customer the same segment in %s',
	{ timeout: SERVER_TEST_MS },
	async (name) => {
		await onDatabase(name, async (database) => {
			await fillSampleTable(database, rows);
			const met = new Set<string>();
			for (const drawn of fc.sample(segmentation, { seed: 3, numRuns: SEGMENTATIONS })) {
				const { codes, segments, exclusions } = new SegmentEvaluator(frame).evaluate(drawn);
				const idOf = (row: number) =>
					segments[codes[row]!]?.id ??
					exclusions.find(({ taken }) => ((taken[row >>> 5]! >>> (row & 31)) & 1) === 1)?.id;
				const { select } = segmentationSql({
					segmentation: drawn,
					dialect: name,
					columns: sampleColumns,
					keyColumn: KEY,
					table: TABLE,
					asOfDay: AS_OF_DAY,
				});
				const found = new Map((await database.rows(select)).map(([id, segment]) => [Number(id), segment]));
				const expected = new Map(Array.from({ length: ROWS }, (_, row) => [row, idOf(row)]));
				expect({ drawn, found }).toEqual({ drawn, found: expected });
				[...expected.values()].forEach((id) => met.add(id ?? ''));
			}
			expect([...met]).toEqual(expect.arrayContaining(['s0', 's1', 'custom', 'x0', REMAINDER_ID]));
		});
	},
);
