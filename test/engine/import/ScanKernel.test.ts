import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUFFER_PADDING, FieldBlock } from '../../../engine/import/scan/FieldBlock.ts';
import {
	FIELD_DATE,
	FIELD_NUMBER,
	FIELD_TEXT,
	indexPlainRecords,
	type PlainScan,
} from '../../../engine/import/scan/indexPlainRecords.ts';
import { ScanKernel, SHORT_LABEL_LENGTH } from '../../../engine/import/scan/ScanKernel.ts';

const BUFFER_BYTES = 4096;

const scan: PlainScan = {
	delimiter: ','.charCodeAt(0),
	newline: 10,
	kinds: Uint8Array.of(FIELD_NUMBER, FIELD_DATE, FIELD_TEXT, FIELD_NUMBER),
	scales: Uint8Array.of(0, 0, 0, 2),
	dateSeparators: Uint8Array.of(0, '-'.charCodeAt(0), 0, 0),
};

const wholeNumber = fc.oneof(
	fc.integer({ min: -99, max: 999 }).map(String),
	fc.integer({ min: -0x7fffffff, max: 0x7fffffff }).map(String),
	fc.constantFrom(
		'',
		'-',
		'0',
		'-0',
		'007',
		'1234567',
		'12345678',
		'123456789',
		'1234567890',
		'+5',
		'1e3',
		' 7',
		'5.0',
	),
);
const decimal = fc.oneof(
	fc.integer({ min: -9_999_999, max: 99_999_999 }).map((units) => (units / 100).toFixed(2)),
	fc.constantFrom('', '.', '1.', '.5', '0.5', '-0.01', '01.25', '1.234', '1.2345', '1.23456', '12345678.90', '1,2'),
);
const date = fc.oneof(
	fc
		.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
		.map((day) => day.toISOString().slice(0, 10)),
	fc.constantFrom('', '2024-02-29', '2023-02-29', '1900-02-29', '2000-02-29', '2024-13-01', '2024-00-10', '0000-01-01'),
	fc.constantFrom('2024-1-1', '2024/01/01', '2024-01-01T00:00', '20240101', '2024-01-0x'),
);
const text = fc.oneof(
	fc.stringMatching(/^[a-zä ]{0,40}$/),
	fc.constantFrom('a"b', 'a\r', '"quoted"', '"a,b"', '"two\nlines"', '"dou""bled"', '"open', '"x"y'),
);
const record = fc.tuple(wholeNumber, date, text, decimal).map((fields) => fields.join(','));
const line = fc.oneof({ weight: 80, arbitrary: record }, fc.constantFrom('', '1,2', ',,,,', '\r', '"1",,,'));
const document = fc
	.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n')), { maxLength: 40 })
	.map((lines) => lines.map(([written, end]) => written + end).join(''));

/** What a block says of its records: each field as the number of minor units or days that was read, or as text. */
function contents(block: FieldBlock, records: number) {
	return Array.from({ length: records }, (_, index) => ({
		start: block.recordStarts[index],
		end: block.recordEnds[index],
		fields: Array.from({ length: block.fieldCount }, (_field, field) => {
			const cell = field * block.capacity + index;
			const places = block.places[cell]!;
			return places < 0
				? Buffer.from(block.bytes.subarray(block.starts[cell], block.ends[cell])).toString('latin1')
				: { number: block.numbers[cell], places };
		}),
	}));
}

function fill(buffer: Uint8Array, bytes: Uint8Array): number {
	const limit = BUFFER_PADDING + bytes.length;
	buffer.fill(0);
	buffer.set(bytes, BUFFER_PADDING);
	buffer[BUFFER_PADDING - 1] = 10;
	buffer[limit] = 10;
	buffer[limit + 1] = '"'.charCodeAt(0);
	return limit;
}

test('the compiled scanner and its twin give the same block, from whatever bytes', () => {
	const kernel = new ScanKernel(scan, BUFFER_BYTES);
	const buffer = new Uint8Array(BUFFER_BYTES);
	const block = new FieldBlock(scan.kinds.length);
	kernel.block.useBuffer(kernel.buffer, 0);
	block.useBuffer(buffer, 0);
	let compared = 0;
	fc.assert(
		fc.property(document, fc.nat({ max: 400 }), fc.nat({ max: 50 }), (written, stopAfter, end) => {
			const bytes = Buffer.from(written).subarray(0, BUFFER_BYTES - 2 * BUFFER_PADDING);
			const limit = fill(kernel.buffer, bytes);
			fill(buffer, bytes);
			const stop = Math.min(limit, BUFFER_PADDING + stopAfter * 8);
			const records = kernel.index(BUFFER_PADDING, stop, limit, 0, end);
			expect(records).toBe(indexPlainRecords(block, scan, BUFFER_PADDING, stop, limit, 0, end));
			expect(kernel.block.next).toBe(block.next);
			expect(contents(kernel.block, records)).toEqual(contents(block, records));
			compared += records;
		}),
		{ seed: 20_261_122, numRuns: 3000 },
	);
	expect(compared).toBeGreaterThan(3000);
});

test('runs of records are marked as plain only where every field was read', () => {
	const kernel = new ScanKernel(scan, BUFFER_BYTES);
	kernel.block.useBuffer(kernel.buffer, 0);
	const limit = fill(kernel.buffer, Buffer.from('1,2024-01-01,a,1.00\n2,2024-01-02,b,1.5\n3,2024-01-03,c,2.25\n'));
	kernel.block.plain.fill(0);
	expect(kernel.index(BUFFER_PADDING, limit, limit, 0, 10)).toBe(3);
	expect([...kernel.block.plain]).toEqual([3, 3, 0, 0]);
});

test('a label cache gives back the codes it was told, also of labels that share a slot or a beginning', () => {
	const kernel = new ScanKernel(scan, BUFFER_BYTES);
	kernel.block.useBuffer(kernel.buffer, 0);
	const cache = kernel.labelCache()!.fill(0xff);
	const { capacity, numbers } = kernel.block;
	const first = 2 * capacity;
	const codes = new Map<string, number>();
	fc.assert(
		fc.property(fc.array(fc.stringMatching(/^[ab]{0,36}$/), { minLength: 1, maxLength: 30 }), (labels) => {
			const limit = fill(kernel.buffer, Buffer.from(labels.map((label) => `1,2024-01-01,${label},1.00\n`).join('')));
			const end = first + kernel.index(BUFFER_PADDING, limit, limit, 0, capacity);
			expect(end).toBe(first + labels.length);
			let isShort = true;
			let cell = kernel.findLabels(cache, first, end, isShort);
			while (cell < end) {
				const label = labels[cell - first]!;
				isShort &&= label.length <= SHORT_LABEL_LENGTH;
				codes.set(label, codes.get(label) ?? codes.size);
				const code = codes.get(label)!;
				numbers[cell] = code;
				kernel.rememberLabel(cache, cell, code);
				cell = kernel.findLabels(cache, cell + 1, end, isShort);
			}
			expect([...numbers.subarray(first, end)]).toEqual(labels.map((label) => codes.get(label)));
		}),
		{ seed: 20_261_122, numRuns: 400 },
	);
});
