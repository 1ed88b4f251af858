import type { KeyboardEvent } from 'react';
import { counted } from '#shared/base/counted.ts';
import { measured, measureText, type MigrationMeasure } from '#shared/charts/migrationMeasure.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { MigrationAmount, SegmentMigration } from '#shared/model/segmentMigration.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { useGridFocus } from '../../ui/useGridFocus.ts';
import { useServices } from '../../workbench/useServices.ts';
import { movingParams } from './movingQuery.ts';

interface MigrationMatrixProps {
	readonly migration: SegmentMigration;
	readonly measure: MigrationMeasure;
	/** Positions of the places that are shown. */
	readonly shown: readonly number[];
	readonly currency: string | null;
}

/**
 * From where (rows) to where (columns). The shade is the share of the row; the figure stands on it. Arrow keys move, Enter or a click
 * lists the customers.
 */
export function MigrationMatrix({ migration, measure, shown, currency }: MigrationMatrixProps) {
	const services = useServices();
	const color = useSegmentColor();
	const { grid, onKeyDown, onFocus, propsOf } = useGridFocus(shown.length + 2, shown.length + 2);
	const { places, flows, from, to } = migration;
	const cells = new Map(flows.map((flow) => [`${flow.from} ${flow.to}`, flow]));
	const sums = (pick: 'from' | 'to') => {
		const found = new Map<number, MigrationAmount>();
		for (const flow of flows) {
			found.set(flow[pick], added(found.get(flow[pick]), flow));
		}
		return found;
	};
	const [rowSums, columnSums] = [sums('from'), sums('to')];
	const nameOf = (place: number | null) => (place === null ? 'anywhere' : (places[place]?.name ?? ''));
	const idOf = (place: number | null) => (place === null ? null : (places[place]?.id ?? null));
	const open = (origin: number | null, destination: number | null) =>
		services.layout.open(
			'migration.customers',
			movingParams(
				{ from, to, origin: idOf(origin), destination: idOf(destination) },
				`${nameOf(origin)} → ${nameOf(destination)}`,
			),
		);
	const cell = (amount: MigrationAmount | undefined, origin: number | null, destination: number | null) => {
		const row = origin === null ? 0 : shown.indexOf(origin) + 1;
		const column = destination === null ? 0 : shown.indexOf(destination) + 1;
		const place = propsOf(origin === null ? shown.length + 1 : row, destination === null ? shown.length + 1 : column);
		const whole = origin === null ? null : rowSums.get(origin);
		const share =
			destination === null || !whole || !amount ? null : ratio(measured(amount, measure), measured(whole, measure));
		const text = amount ? measureText(measured(amount, measure), measure, { currency }) : '·';
		const sentence = `${nameOf(origin)} to ${nameOf(destination)}: ${
			amount ? `${counted(amount.people, 'customer')}${moneyText(amount, currency)}` : 'nobody'
		}${share === null ? '' : `, ${formatNumber(share, 'share', { currency })} of the row`}`;
		const show = () => (amount ? open(origin, destination) : undefined);
		return (
			<td
				key={destination ?? 'all'}
				role="gridcell"
				className={`migration-cell number ${origin === null || destination === null ? 'migration-total' : ''}`}
				data-empty={!amount}
				data-stay={origin !== null && origin === destination}
				style={share ? { background: shade(share) } : undefined}
				title={sentence}
				aria-label={sentence}
				{...place}
				onClick={show}
				onKeyDown={onEnter(show)}
			>
				{text}
			</td>
		);
	};
	const heading = (place: number) => (
		<>
			<span className="migration-dot" style={{ background: color(places[place]?.id ?? null) }} />
			<span className="migration-name">{nameOf(place)}</span>
		</>
	);
	return (
		<div className="migration-scroll">
			{/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
			<table
				ref={grid}
				role="grid"
				className="migration-matrix"
				aria-label="From segment to segment"
				onKeyDown={onKeyDown}
				onFocus={onFocus}
			>
				<thead>
					<tr>
						<th scope="col" className="migration-corner" {...propsOf(0, 0)}>
							{from} ↓ · {to} →
						</th>
						{shown.map((place, column) => (
							<th key={place} scope="col" title={nameOf(place)} {...propsOf(0, column + 1)}>
								{heading(place)}
							</th>
						))}
						<th scope="col" {...propsOf(0, shown.length + 1)}>
							In all
						</th>
					</tr>
				</thead>
				<tbody>
					{shown.map((origin, row) => (
						<tr key={origin}>
							<th scope="row" title={nameOf(origin)} {...propsOf(row + 1, 0)}>
								{heading(origin)}
							</th>
							{shown.map((destination) => cell(cells.get(`${origin} ${destination}`), origin, destination))}
							{cell(rowSums.get(origin), origin, null)}
						</tr>
					))}
				</tbody>
				<tfoot>
					<tr>
						<th scope="row" {...propsOf(shown.length + 1, 0)}>
							In all
						</th>
						{shown.map((destination) => cell(columnSums.get(destination), null, destination))}
						{cell(flows.reduce<MigrationAmount | undefined>(added, undefined), null, null)}
					</tr>
				</tfoot>
			</table>
		</div>
	);
}

function added(sum: MigrationAmount | undefined, flow: MigrationAmount): MigrationAmount {
	const plus = (left: number | null, right: number | null) => (left === null || right === null ? null : left + right);
	return sum
		? {
				people: sum.people + flow.people,
				revenueBefore: plus(sum.revenueBefore, flow.revenueBefore),
				revenueAfter: plus(sum.revenueAfter, flow.revenueAfter),
			}
		: flow;
}

function moneyText({ revenueBefore, revenueAfter }: MigrationAmount, currency: string | null): string {
	return revenueBefore === null || revenueAfter === null
		? ''
		: `, revenue ${formatNumber(revenueBefore, 'money', { currency })} and then ${formatNumber(revenueAfter, 'money', { currency })}`;
}

function ratio(part: number | null, whole: number | null): number | null {
	return part === null || whole === null || whole <= 0 ? null : Math.max(0, Math.min(1, part / whole));
}

function shade(share: number): string {
	return `color-mix(in srgb, var(--vscode-charts-blue, #3794ff) ${6 + Math.round(share * 44)}%, transparent)`;
}

function onEnter(open: () => void) {
	return (event: KeyboardEvent) => {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			open();
		}
	};
}
