import { tokenizeSql } from '#shared/sql/tokenizeSql.ts';
import { expect, test } from 'vitest';
import { guardLoops } from '../../../engine/sql/guardLoops.ts';
import { QueryDatabase } from '../../../engine/store/QueryDatabase.ts';

const guard = (sql: string) => guardLoops(sql, tokenizeSql(sql));

test('a query that reads one table once stays as it is', () => {
	const sql = 'select region, sum(x) from t where y in (1, 2) group by region order by 2';
	expect(guard(sql)).toBe(sql);
});

/** Queries of every shape that a guard has to be put into, over t(a, b) and u(a, c). */
const queries = [
	'select t.a, u.c from t, u where t.a = u.a order by 1',
	'select t.a, u.c from t join u on t.a = u.a -- the end',
	'select count(*) from t left join u using (a)',
	'select a, (select max(c) from u where u.a = t.a) as m from t order by a',
	'select a from t where a in (select a from u where c > 1 or c is null) or a = 3 order by a',
	'with x as (select a, count(*) as n from t group by a having count(*) >= 1) select * from x, u where x.a = u.a or 1 order by 1, 2, 3, 4',
	'with recursive c(x) as (select 1 union all select x + 1 from c where x < 5 limit 4) select x from c',
	'select a from t union select a from u except select 2 intersect select a from t order by 1',
	'select a, sum(b) over w as s from t, (select 1) where b is distinct from 2 window w as (order by a) order by a',
	"select 'from t where' as s, count(*) from t, u where (t.a = u.a) and ((t.b))",
	'select * from (select a from t where b > 0 order by a limit 2) x join (select a, c from u) y on x.a = y.a;',
	'select exists (select 1 from u where u.a = t.a), a from t order by 2',
	'select a, row_number() over (order by a) from t, (select 1 as one) where one = 1 order by 1, 2',
	'select count(*) filter (where t.a > 1) from t, u where t.a = u.a group by u.c order by 1',
];

test.each(queries)('with guards the result is the same: %s', (sql) => {
	const database = QueryDatabase.inMemory();
	let calls = 0;
	database.addFunction('tranche_continue', () => {
		calls++;
		return 1;
	});
	database.execute('create table t (a integer, b integer); create table u (a integer, c integer)');
	database.execute(
		'insert into t values (1, 10), (2, 2), (3, null), (2, 20); insert into u values (1, 5), (2, 1), (4, 9)',
	);
	expect([...database.iterate(guard(sql))]).toEqual([...database.iterate(sql)]);
	expect(calls).toBeGreaterThan(0);
	database.close();
});
