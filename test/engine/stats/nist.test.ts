import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oneWayAnova } from '../../../engine/stats/oneWayAnova.ts';
import { statisticsOf } from './statisticsOf.ts';

const folder = new URL('../../../../shared/data/nist-anova/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.dat')) : [];
if (files.length === 0) {
	console.info('Skipping the NIST analysis-of-variance sets: ../shared/data/nist-anova is absent.');
}

/**
 * Correct leading digits of F, with second moments about the first value. `decimal`: the published numbers as doubles; the
 * sets with 13 digits (SmLs07 to 09) and AtmWtAg are limited by what a double holds of each number, not by the method.
 * `minor`: the same in tenths, as money is in minor units, where sums are exact until they pass 2^53 (SmLs09: 2e16).
 */
const digits: Readonly<Record<string, { readonly decimal: number; readonly minor: number | null }>> = {
	'AtmWtAg.dat': { decimal: 8.5, minor: null },
	'SiRstv.dat': { decimal: 12, minor: null },
	'SmLs01.dat': { decimal: 14, minor: 15 },
	'SmLs02.dat': { decimal: 14, minor: 15 },
	'SmLs03.dat': { decimal: 14, minor: 15 },
	'SmLs04.dat': { decimal: 9, minor: 15 },
	'SmLs05.dat': { decimal: 8.5, minor: 15 },
	'SmLs06.dat': { decimal: 9, minor: 15 },
	'SmLs07.dat': { decimal: 3, minor: 15 },
	'SmLs08.dat': { decimal: 2.8, minor: 15 },
	'SmLs09.dat': { decimal: 3.4, minor: 2.6 },
};

test.skipIf(files.length === 0)('every NIST set is known here', () => {
	expect(files.toSorted()).toEqual(Object.keys(digits).toSorted());
});

test.skipIf(files.length === 0).each(files)('%s reaches its digits of the certified F', (file) => {
	const { certifiedF, groups } = read(file);
	const known = digits[file];
	expect(correctDigits(fOf(groups), certifiedF)).toBeGreaterThan(known?.decimal ?? 0);
	if (known !== undefined && known.minor !== null) {
		const tenths = groups.map((values) => values.map((value) => Math.round(value * 10)));
		expect(correctDigits(fOf(tenths), certifiedF)).toBeGreaterThan(known.minor);
	}
});

function fOf(groups: readonly (readonly number[])[]): number {
	const center = groups[0]?.[0] ?? 0;
	return oneWayAnova(groups.map((values) => statisticsOf(values, undefined, center)))?.f ?? Number.NaN;
}

function correctDigits(actual: number, certified: number): number {
	return Math.min(16, -Math.log10(Math.abs(actual - certified) / certified));
}

function read(file: string): { readonly certifiedF: number; readonly groups: readonly (readonly number[])[] } {
	const text = readFileSync(new URL(file, folder), 'latin1');
	const certified = /Between\s+\S+\s+\d+\s+\S+\s+\S+\s+(\S+)/.exec(text)?.[1];
	const lines = text
		.slice(text.search(/Data:\s+(Treatment|Instrument)/))
		.split('\n')
		.slice(1);
	const rows = lines.map((line) => line.trim().split(/\s+/)).filter((cells) => cells.length === 2);
	const byTreatment = Map.groupBy(rows, ([treatment]) => treatment);
	return {
		certifiedF: Number(certified),
		groups: [...byTreatment.values()].map((cells) => cells.map(([, value]) => Number(value))),
	};
}
