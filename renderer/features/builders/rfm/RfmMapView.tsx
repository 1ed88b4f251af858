import { useState } from 'react';
import { counted } from '#shared/base/counted.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { RfmFacts, RfmSettings } from '#shared/model/rfmBuilder.ts';
import { useSettings } from '../../../engine/useSettings.ts';
import { Button } from '../../../ui/Button.tsx';
import { format } from '../../../ui/format.ts';
import { Select } from '../../../ui/Select.tsx';
import { useServices } from '../../../workbench/useServices.ts';
import { mapSentence } from './mapSentence.ts';
import { cellName, cellsAt, type RfmAxis } from './rfmAxes.ts';
import { RfmGrid } from './RfmGrid.tsx';

interface RfmMapViewProps {
	readonly facts: RfmFacts;
	readonly settings: RfmSettings;
	readonly onChange: (part: Partial<RfmSettings>) => void;
}

type Shown = 'people' | 'revenue';
const scores = [1, 2, 3, 4, 5];
const axisNames = { frequency: 'F', monetary: 'M', both: 'FM' } as const;

/** The 125 cells with people and money, as one map of recency against another score and as five maps by monetary value. */
export function RfmMapView({ facts, settings, onChange }: RfmMapViewProps) {
	const { dialogs } = useServices();
	const { settings: analysis } = useSettings();
	const [axis, setAxis] = useState<RfmAxis>('frequency');
	const [wanted, setShown] = useState<Shown>('people');
	const hasRevenue = facts.cells.some(({ revenue }) => revenue !== null);
	const shown = hasRevenue ? wanted : 'people';
	const write = (value: number) =>
		shown === 'people' ? format.count(value) : formatNumber(value, 'money', analysis).replace(/\.\d\d$/, '');

	async function assign(cells: readonly number[], title: string): Promise<void> {
		const current = facts.owners[cells[0]!] ?? null;
		const items = [...settings.map.map(({ name }) => name), 'The remainder'].map((label, index) => {
			const segment = index === settings.map.length ? null : index;
			return { label, detail: '', icon: 'symbol-color', isCurrent: segment === current, value: { segment } };
		});
		const chosen = await dialogs.pick(`Segment of ${title}`, items);
		if (chosen) {
			const others = settings.overrides.filter(({ cell }) => !cells.includes(cell));
			onChange({ overrides: [...others, ...cells.map((cell) => ({ cell, segment: chosen.segment }))] });
		}
	}

	const common = { facts, shown, write, onPick: assign };
	return (
		<section aria-label="Map" className="rfm-map">
			<h3>Map from scores to segments</h3>
			<p className="rfm-sentence">{mapSentence(facts, settings)}</p>
			<div className="builder-form">
				<Select
					label="Columns of the map"
					isInline
					value={axis}
					options={[
						{ value: 'frequency', label: 'Frequency' },
						{ value: 'monetary', label: 'Monetary value' },
						{ value: 'both', label: 'Mean of frequency and monetary value' },
					]}
					onChange={setAxis}
				/>
				<Select
					label="Cells show"
					isInline
					value={shown}
					options={[
						{ value: 'people', label: 'People' },
						...(hasRevenue ? ([{ value: 'revenue', label: 'Revenue' }] as const) : []),
					]}
					onChange={setShown}
				/>
				{settings.overrides.length > 0 && (
					<Button icon="discard" onClick={() => onChange({ overrides: [] })}>
						{`Take back ${counted(settings.overrides.length, 'changed cell')}`}
					</Button>
				)}
			</div>
			<div className="rfm-maps">
				<RfmGrid
					{...common}
					title={`R × ${axisNames[axis]}, all customers`}
					column={axisNames[axis]}
					isLarge
					cellsAt={(recency, place) => cellsAt(axis, recency, place)}
					nameOf={(recency, place) => `R${recency} ${axisNames[axis]}${place}`}
				/>
				{scores.map((monetary) => (
					<RfmGrid
						key={monetary}
						{...common}
						title={`M ${monetary}`}
						column="F"
						cellsAt={(recency, place) => [(recency - 1) * 25 + (place - 1) * 5 + monetary - 1]}
						nameOf={(recency, place) => cellName((recency - 1) * 25 + (place - 1) * 5 + monetary - 1)}
					/>
				))}
			</div>
			<p className="rfm-legend">
				Numbers in the corner are the segments of the table below, – the remainder; + marks places with several. Select
				a place to give it to another segment.
			</p>
		</section>
	);
}
