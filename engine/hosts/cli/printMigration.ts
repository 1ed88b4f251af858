import { counted } from '#shared/base/counted.ts';
import { stabilityText } from '#shared/metrics/stabilityText.ts';
import type { SegmentMigration } from '#shared/model/segmentMigration.ts';
import type { SqlCell } from '../../sql/sqlMessages.ts';
import { printTextTable } from './printTextTable.ts';

/** A migration as text for people: the segments, who went from where to where, then what stands out. */
export function printMigration(migration: SegmentMigration): void {
	const { from, to, days, customers, places, before, after, flows, moved, stability } = migration;
	const used = [...places.keys()].filter((place) => before[place]!.people > 0 || after[place]!.people > 0);
	const revenue = (['before', 'after'] as const).map((side) =>
		toTheRight(migration.segments.map((segment) => money(segment[side].revenue))),
	);
	console.log(
		`${from} to ${to}, ${counted(days, 'day')}; revenue of as many days up to each date.\n${counted(customers, 'customer')}: ${counted(moved.people, 'customer')} moved to another segment. ${stabilityText(stability)}\n`,
	);
	printTextTable(
		columns(
			'segment',
			'before',
			'after',
			'stayed',
			'stay share',
			'interval',
			'entered',
			'new',
			'left',
			'revenue',
			'then',
		),
		migration.segments.map((segment, place) => [
			places[place]?.name ?? segment.id,
			segment.before.people,
			segment.after.people,
			segment.stayed,
			percent(segment.stayShare),
			segment.stayInterval ? `${percent(segment.stayInterval.low)} to ${percent(segment.stayInterval.high)}` : null,
			segment.entered,
			segment.newCustomers,
			segment.left,
			revenue[0]![place] ?? null,
			revenue[1]![place] ?? null,
		]),
	);
	const names = used.map((place) => places[place]!.name);
	const people = new Map(flows.map((flow) => [`${flow.from} ${flow.to}`, flow.people]));
	console.log(`\nCustomers, from (rows) to (columns)`);
	printTextTable(columns('', ...names, 'in all'), [
		...used.map((place): SqlCell[] => [
			places[place]!.name,
			...used.map((target) => people.get(`${place} ${target}`) ?? 0),
			before[place]!.people,
		]),
		['in all', ...used.map((place) => after[place]!.people), customers],
	]);
	const found = [
		...migration.warnings.map(({ isTotalHeld, message }) => `${isTotalHeld ? 'leak' : 'loss'}  ${message}`),
		...migration.notes.map((note) => `note  ${note}`),
	];
	if (found.length > 0) {
		console.log(`\n${found.join('\n')}`);
	}
}

function columns(...names: readonly string[]): { readonly name: string }[] {
	return names.map((name) => ({ name }));
}

/** Texts of one length, since only columns of numbers are set to the right. */
function toTheRight(texts: readonly (string | null)[]): readonly (string | null)[] {
	const width = Math.max(...texts.map((text) => text?.length ?? 0));
	return texts.map((text) => text?.padStart(width) ?? null);
}

function percent(share: number | null): string | null {
	return share === null ? null : `${(share * 100).toFixed(1)} %`;
}

function money(value: number | null): string | null {
	return value?.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }) ?? null;
}
