import { useCallback, useMemo, useState } from 'react';
import { GAINS_CHART_HEIGHT_PX, gainsChartOption } from '#shared/charts/gainsChartOption.ts';
import { gainsAxes, gainsSentence, gainsTable } from '#shared/charts/gainsWords.ts';
import { gainsCurve } from '#shared/metrics/gainsCurve.ts';
import { metricList } from '#shared/metrics/metricList.ts';
import type { Analysis } from '#shared/model/analysis.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useChartTheme } from '../../charts/useChartTheme.ts';
import { useStore } from '../../engine/useStore.ts';
import { Select } from '../../ui/Select.tsx';
import { chosenGainsMetric } from './liftChoices.ts';
import { liftState } from './liftState.ts';

export interface GainsPanelProps {
	readonly analysis: Analysis;
}

const curves = [
	{ value: 'gains', label: 'Cumulative gains' },
	{ value: 'lift', label: 'Cumulative lift' },
] as const;

/** How much of an outcome the best segments hold, against taking customers at random. */
export function GainsPanel({ analysis }: GainsPanelProps) {
	const theme = useChartTheme();
	const state = useStore(liftState);
	const [curve, setCurve] = useState<'gains' | 'lift'>('gains');
	const ranked = useMemo(
		() =>
			metricList.flatMap((facts) => {
				const axes = gainsAxes(facts);
				const points = axes ? gainsCurve(analysis.numbers.filter(({ metric }) => metric === facts.id)) : [];
				return axes && points.length > 1 ? [{ facts, axes, points }] : [];
			}),
		[analysis],
	);
	const nameOf = useCallback(
		(id: string) => analysis.segments.find((segment) => segment.id === id)?.name ?? id,
		[analysis],
	);
	const shown = chosenGainsMetric(ranked, state.gainsMetric);
	const chart = useMemo(() => {
		if (!shown) {
			return null;
		}
		const { points, axes } = shown;
		const sentence = gainsSentence(points, nameOf, axes);
		const option = gainsChartOption({
			points,
			nameOf,
			gainLabel: axes.gain,
			shareLabel: axes.share,
			curve,
			description: sentence,
			theme,
		});
		return { sentence, option, table: gainsTable(points, nameOf, axes) };
	}, [shown, curve, nameOf, theme]);
	if (!shown || !chart) {
		return null;
	}
	return (
		<ChartFrame
			name="gains curve"
			sentence={chart.sentence}
			option={chart.option}
			table={chart.table}
			heightPx={GAINS_CHART_HEIGHT_PX}
		>
			<Select
				label="Rank segments by"
				isInline
				value={shown.facts.id}
				options={ranked.map(({ facts }) => ({ value: facts.id, label: facts.label }))}
				onChange={(id) => liftState.update((now) => ({ ...now, gainsMetric: id }))}
			/>
			<Select label="Curve" isInline value={curve} options={curves} onChange={setCurve} />
		</ChartFrame>
	);
}
