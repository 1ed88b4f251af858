import { expect, test } from 'vitest';
import { silentJob } from '../../../engine/job.ts';
import { DistinctEstimate } from '../../../engine/quality/DistinctEstimate.ts';
import { hashText } from '../../../engine/quality/fingerprint.ts';
import { profileTable } from '../../../engine/quality/profileTable.ts';
import { rowsMatching } from '../../../engine/quality/rowsMatching.ts';
import { suspiciousText } from '../../../engine/quality/suspiciousText.ts';
import { qualityInput, qualityOf } from './qualityOf.ts';

const orders = ['order_id,customer_id,order_date,revenue,currency'];
for (let row = 0; row < 60; row++) {
	const day = row === 3 ? '1900-01-01' : row === 4 ? '2027-05-01' : `2025-0${1 + (row % 9)}-1${row % 10}`;
	const revenue = row === 5 ? '-4.00' : row === 6 ? '0.00' : row === 7 ? '99999.00' : (10 + (row % 25)).toFixed(2);
	orders.push([row, `c${row % 20}`, day, revenue, row % 10 === 0 ? 'USD' : 'EUR'].join(','));
}
const customers = ['customer_id,email,city'];
for (let row = 0; row < 40; row++) {
	const mail = row === 1 ? 'Test.User@firma.de' : row === 2 ? 'anna@example.com' : `person${row}@mail.de`;
	customers.push([`c${row}`, mail, row === 9 ? 'unbekannt' : row < 3 ? '' : `City ${row % 7}`].join(','));
}

test('each finding counts its rows, and its filter finds just those', async () => {
	for (const [csv, role] of [
		[orders, 'orders'],
		[customers, 'customers'],
	] as const) {
		const input = await qualityInput(`${csv.join('\n')}\n`, { role });
		const { findings } = await profileTable(input, silentJob());
		const found = [];
		for (const { code, column, rows, filter } of findings) {
			const matching = filter === null ? null : await rowsMatching(input, filter, silentJob());
			expect([code, matching?.length ?? rows]).toEqual([code, rows]);
			found.push([code, column, matching === null ? rows : [...matching].slice(0, 3)]);
		}
		expect(found).toEqual(
			role === 'orders'
				? [
						['quality.placeholder', 'order_date', [3]],
						['quality.future', 'order_date', [4]],
						['quality.early', 'order_date', [3]],
						['quality.negative', 'revenue', [5]],
						['quality.zero', 'revenue', [6]],
						['quality.outliers', 'revenue', [7]],
						['quality.mixed-units', 'currency', 60],
					]
				: [
						['quality.test-customers', 'email', [1, 2]],
						['quality.placeholder', 'city', [9]],
					],
		);
	}
});

test('gaps of mapped columns, empty and constant columns and repeated rows are told', async () => {
	const lines = Array.from(
		{ length: 50 },
		(_, row) => `c${row % 25},${row < 10 ? '' : `2025-01-${10 + (row % 5)}`},,retail`,
	);
	const { findings, repeatedRows, completeness } = await qualityOf(
		`customer_id,order_date,note,kind\n${lines.join('\n')}\n`,
		{
			role: 'orders',
		},
	);
	expect(findings.map(({ code, column, rows }) => [code, column, rows])).toEqual([
		['quality.repeated-rows', null, repeatedRows],
		['quality.missing', 'order_date', 10],
		['quality.empty', 'note', 50],
		['quality.near-constant', 'kind', 50],
	]);
	const distinct = new Set(lines).size;
	expect([repeatedRows, completeness]).toEqual([50 - distinct, 1 - 60 / 200]);
});

test('test customers and words for no value are told from names and addresses', () => {
	const test = [
		'test@firma.de',
		'a.b@example.org',
		'x@sub.example.com',
		'max@host.local',
		'TEST',
		'Max Mustermann',
		'test_12@x.de',
	];
	const plain = [
		'contest@firma.de',
		'anna.testa@mail.it',
		'Attest GmbH',
		'x@examples.com',
		'Protest',
		'a@localhost.de',
	];
	const placeholder = ['n/a', ' - ', 'Unbekannt', '9999', '1900-01-01', '(not set)'];
	expect(test.map(suspiciousText)).toEqual(test.map(() => 'test'));
	expect(plain.map(suspiciousText)).toEqual(plain.map(() => null));
	expect(placeholder.map(suspiciousText)).toEqual(placeholder.map(() => 'placeholder'));
});

test('the estimate of distinct values is within three standard errors', () => {
	for (const count of [100, 20_000, 300_000]) {
		const estimate = new DistinctEstimate();
		for (let value = 0; value < count; value++) {
			const bytes = Buffer.from(`value ${value}`);
			const { low, high } = hashText(bytes, 0, bytes.length);
			estimate.add(low, high);
		}
		expect(Math.abs(estimate.count() / count - 1)).toBeLessThan(3 * 0.0081);
	}
});

test('a check that is cancelled ends', async () => {
	const input = await qualityInput(`${orders.join('\n')}\n`, { role: 'orders' });
	const controller = new AbortController();
	controller.abort();
	const job = { signal: controller.signal, tick: () => Promise.reject(new Error('cancelled')) };
	await expect(profileTable(input, job)).rejects.toThrow('cancelled');
});
