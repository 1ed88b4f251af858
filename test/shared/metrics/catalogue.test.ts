import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '#shared/metrics/catalogueOf.ts';
import { findMetric } from '#shared/metrics/findMetric.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import { metricList } from '#shared/metrics/metricList.ts';
import { roleFacts } from '#shared/model/tableRole.ts';

const root = new URL('../../../', import.meta.url);
const documentation = readFileSync(new URL('docs/metrics.md', root), 'utf8');

/** What docs/metrics.md says of an entry. */
function section(facts: MetricFacts): string {
	const { id, name, label, definition, formula, treatment, missing, caution, benchmarks, sources } = facts;
	const ranges = benchmarks.map(({ id: benchmark, label: text, low, high, source }) => {
		const isShare = facts.unit === 'share';
		const bound = (value: number | null) => (isShare ? Math.round((value ?? 0) * 1000) / 10 : value);
		const range = low === null && high === null ? '' : `: ${bound(low)} to ${bound(high)}${isShare ? ' %' : ''}`;
		return `- ${benchmark} (source ${source}) ${text}${range}`;
	});
	const lines = [
		`### ${id} ${label} (\`${name}\`)`,
		'',
		definition,
		'',
		`- Formula: ${formula}${facts.isStandardFormula ? " (the field's usual one; the source names the metric without a formula)" : ''}`,
		`- Unit: ${facts.unit}; better is ${facts.direction}; asked for by source ${sources.join(', ')}`,
		`- ${treatment}`,
		`- Needs: ${missing.replace('Needs ', '')}`,
		...(caution === null ? [] : [`- Caution: ${caution.message}`]),
		...ranges,
	];
	return lines.join('\n');
}

describe('the catalogue of metrics', () => {
	it('holds the metrics of the first issue under the ids and names of the requirements', () => {
		expect(metricList.map(({ id, name }) => `${id} ${name}`)).toEqual([
			'M01 segment_size',
			'M02 penetration',
			'M03 reachable_share',
			'M04 revenue',
			'M05 contribution_to_sales',
			'M06 revenue_per_member',
			'M07 aov',
			'M09 purchase_frequency',
			'M16 contribution_margin_per_customer',
			'M30 conversion_rate',
			'M31 conversion_lift',
			'M46 irpr',
			'M48 open_rate',
			'M49 click_rate',
			'M56 repeat_purchase_rate',
			'M74 data_completeness',
			'M75 tagging_accuracy',
		]);
	});

	it('lists every file of the folder', () => {
		const files = readdirSync(new URL('shared/metrics/catalogue/', root));
		const listed = readFileSync(new URL('shared/metrics/metricList.ts', root), 'utf8');
		expect(files.filter((file) => !listed.includes(`./catalogue/${file}'`))).toEqual([]);
		expect(files.length).toBe(metricList.length);
	});

	it('refuses two entries with the same id or name', () => {
		const [first, second] = metricList;
		expect(() => catalogueOf([first!, second!, { ...second!, id: 'M99' }])).toThrow(
			'Two metrics are called penetration',
		);
		expect(() => catalogueOf([first!, { ...second!, id: 'M01' }])).toThrow('Two metrics are called M01');
	});

	it.each(metricList)('documents $id $name', (facts) => {
		expect(documentation).toContain(section(facts));
	});

	it.each(metricList)(
		'has only needs of $id that a table can meet, and a sentence that names them',
		({ needs, missing }) => {
			for (const { role, field } of needs) {
				const known = roleFacts(role).fields.map((entry) => entry.id);
				expect(field === null || known.includes(field)).toBe(true);
				expect(missing).toContain(role);
			}
			expect(missing).toMatch(/^Needs .*\.$/);
		},
	);

	it('finds an entry by id and by name', () => {
		expect(findMetric('M07')).toBe(findMetric('aov'));
		expect(findMetric('M999')).toBe(null);
	});
});
