import { expect, test } from 'vitest';
import type { ChartTheme } from '#shared/charts/chartTheme.ts';
import { migrationChartOption } from '#shared/charts/migrationChartOption.ts';
import { flowTable, membersTable, revenueTable } from '#shared/charts/migrationTables.ts';
import { tableCsv } from '#shared/charts/tableCsv.ts';
import { migrationSentence } from '../../../renderer/features/migration/migrationSentence.ts';
import { datesOf } from '../../../renderer/features/migration/migrationState.ts';
import { movingParams, queryOf } from '../../../renderer/features/migration/movingQuery.ts';
import { shownPlaces } from '../../../renderer/features/migration/shownPlaces.ts';
import { migration } from './migrationFixture.ts';

const euros = { currency: 'EUR' };
const theme: ChartTheme = {
	foreground: '#000',
	muted: '#666',
	line: '#ccc',
	background: '#fff',
	band: '#eee',
	tooltipBackground: '#fff',
	tooltipBorder: '#ccc',
	fontFamily: 'sans-serif',
	segmentColor: (id) => (id === 'good' ? '#0072b2' : '#767676'),
};

test('dates follow the as-of date until somebody chooses others', () => {
	expect(datesOf({ from: null, to: null, days: 90 }, '2026-04-01')).toEqual({ from: '2026-01-01', to: '2026-04-01' });
	expect(datesOf({ from: null, to: '2026-03-01', days: 30 }, '2026-04-01')).toEqual({
		from: '2026-01-30',
		to: '2026-03-01',
	});
	expect(datesOf({ from: '2025-05-05', to: null, days: 30 }, '2026-04-01').from).toBe('2025-05-05');
});

test('empty places are not shown, and of too many the largest', () => {
	expect([shownPlaces(migration), shownPlaces(migration, 2)]).toEqual([
		[0, 1, 3],
		[0, 1],
	]);
});

test('the tab of customers keeps its question, and says so where it cannot be read', () => {
	const query = { from: '2026-01-01', to: '2026-04-01', origin: 'good', destination: null };
	expect(queryOf(movingParams(query, 'Good → anywhere'))).toEqual(query);
	expect([queryOf({}), queryOf({ ...query, from: 'soon' })]).toEqual([null, null]);
});

test('the sentence tells who moved, revenue of both periods and the index with its reading', () => {
	expect(migrationSentence(migration, euros)).toBe(
		'Of 10 customers on Jan 1, 2026, 3 (30.0\u00a0%) had moved by Apr 1, 2026. Revenue of all was €640.00 in the 90 days up to the first date and €465.00 in as many up to the second. PSI 0.310 over the 10 customers of both dates: the sizes of the segments have shifted (above 0.25).',
	);
	const total = { ...migration.total, before: { people: 0, revenue: null } };
	expect(migrationSentence({ ...migration, total, stability: null }, euros)).toContain(
		'Nobody counts at both dates, so there is no stability index.',
	);
});

test('the tables hold what the screens show, and leave as CSV unrounded', () => {
	expect(flowTable(migration, euros).rows[0]?.map(({ text }) => text)).toEqual([
		'Everyone else',
		'Everyone else',
		'4',
		'€40.00',
		'€45.00',
	]);
	expect(membersTable(migration, euros).rows[0]?.map(({ raw }) => raw)).toEqual([
		'Good <b>',
		6,
		4,
		3,
		0.5,
		0.188,
		0.812,
		1,
		1,
		3,
		0.625,
	]);
	const csv = tableCsv(revenueTable(migration, euros));
	expect(csv.split('\r\n')[1]).toBe('Good <b>,600,410,-190,10,0,100,-300,');
});

test('the bands are the flows above 0, in the colours of the segments, and names never become markup', () => {
	const optionOf = (measure: 'people' | 'revenueAfter') =>
		migrationChartOption({ migration, measure, shown: [0, 1, 3], format: euros, description: '', theme });
	const seriesOf = (option: ReturnType<typeof optionOf>) =>
		option.series as readonly { readonly data: readonly unknown[]; readonly links: readonly unknown[] }[];
	expect(seriesOf(optionOf('people'))[0]?.links).toHaveLength(5);
	const [revenue] = seriesOf(optionOf('revenueAfter'));
	expect(revenue?.links).toEqual([
		{ source: 'from 0', target: 'to 0', value: 310 },
		{ source: 'from 1', target: 'to 1', value: 45 },
		{ source: 'from 3', target: 'to 0', value: 100 },
		{ source: 'from 3', target: 'to 1', value: 10 },
	]);
	expect(revenue?.data[0]).toMatchObject({ name: 'from 0', itemStyle: { color: '#0072b2' } });
	const { tooltip } = optionOf('people');
	const formatter = Array.isArray(tooltip) ? undefined : tooltip?.formatter;
	const say = formatter as (params: unknown) => string;
	expect(say({ dataType: 'edge', dataIndex: 1 })).toBe('Good &lt;b&gt; → Everyone else<br>3');
	expect(say({ dataType: 'node', dataIndex: 0 })).toBe('');
});
