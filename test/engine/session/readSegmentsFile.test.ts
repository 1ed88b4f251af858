import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSegmentsFile } from '../../../engine/session/readSegmentsFile.ts';

let folder: string;
let path: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'tranche-segments-'));
	path = join(folder, 's.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string) {
	writeFileSync(path, text);
	return () => readSegmentsFile(path);
}

test('names, remainder and mode have defaults', () => {
	expect(read('{"segments":[{"id":"top","rule":"revenue > 10"}]}')()).toEqual({
		segments: [{ id: 'top', name: 'top', rule: 'revenue > 10' }],
		remainder: 'Everyone else',
		mode: 'waterfall',
		exclusions: [],
		customFields: [],
	});
});

test('a mistake in the JSON is named by line and column', () => {
	expect(read('{\n  "segments": [}\n')).toThrow(/not valid JSON: value expected in line 2, column 16/);
	expect(read('{"segments": [')).toThrow(/not valid JSON/);
});

test('what does not fit is named by its place', () => {
	expect(read('{"segments":[]}')).toThrow(/segments: Name at least one segment/);
	expect(read('{"segments":[{"id":"a b","rule":"x"}]}')).toThrow(/segments\[0\]\.id: An id is 1 to 64 letters/);
	expect(read('{"segments":[{"id":"a","rules":"x"}]}')).toThrow(/segments\[0\]/);
	expect(read('{"segments":[{"id":"a","rule":"x"},{"id":"a","rule":"y"}]}')).toThrow(/Two segments have the same id/);
	expect(read('{"segments":[{"id":"remainder","rule":"x"}]}')).toThrow(/Choose another id/);
	expect(read('[]')).toThrow(/does not fit/);
});

test('a missing file and a folder are told apart', () => {
	expect(() => readSegmentsFile(join(folder, 'none.json'))).toThrow(/does not exist/);
	expect(() => readSegmentsFile(folder)).toThrow(/is a folder, not a file/);
});
