import { useCallback, useMemo } from 'react';
import { quantityOf } from '#shared/charts/formatQuantity.ts';
import { liftChartHeightPx, liftChartOption } from '#shared/charts/liftChartOption.ts';
import { liftRows } from '#shared/charts/liftRows.ts';
import { liftSentence } from '#shared/charts/liftSentence.ts';
import { liftTable } from '#shared/charts/liftTable.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { Analysis } from '#shared/model/analysis.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useChartTheme } from '../../charts/useChartTheme.ts';
import { useSettings } from '../../engine/useSettings.ts';
import { useStore } from '../../engine/useStore.ts';
import { Select } from '../../ui/Select.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { chosenMetric, chosenScale, scaleLabel, scalesOf } from './liftChoices.ts';
import { liftState } from './liftState.ts';

export interface LiftPanelProps {
	readonly analysis: Analysis;
	/** At least one. */
	readonly metrics: readonly MetricFacts[];
}

/** One metric: segments ranked, each with its interval. */
export function LiftPanel({ analysis, metrics }: LiftPanelProps) {
	const services = useServices();
	const { settings } = useSettings();
	const theme = useChartTheme();
	const state = useStore(liftState);
	const facts = chosenMetric(metrics, state.metric);
	const scales = useMemo(() => (facts ? scalesOf(analysis, facts) : []), [analysis, facts]);
	const scale = facts ? chosenScale(scales, facts, state.scale) : 'value';
	const shown = useMemo(() => {
		if (!facts) {
			return null;
		}
		const quantity = quantityOf(facts, scale, settings.currency);
		const rows = liftRows(analysis, facts.id, scale);
		const sentence = liftSentence({ rows, metricLabel: facts.label, quantity, settings });
		const baseline = rows.find((row) => row.record.baseline)?.record.baseline?.kind ?? analysis.baseline;
		const option = liftChartOption({
			rows,
			metricLabel: facts.label,
			quantity,
			baseline,
			description: sentence,
			theme,
		});
		return { rows, sentence, option, table: liftTable(rows, quantity) };
	}, [analysis, facts, scale, settings, theme]);
	const rows = shown?.rows;
	const metric = facts?.id;
	const pick = useCallback(
		(category: number) => {
			const row = rows?.[category];
			if (row && metric) {
				void services.run('card.open', { metric, segment: row.segment });
			}
		},
		[rows, metric, services],
	);
	if (!facts || !shown) {
		return null;
	}
	return (
		<ChartFrame
			name="lift chart"
			sentence={shown.sentence}
			option={shown.option}
			table={shown.table}
			heightPx={liftChartHeightPx(shown.rows.length)}
			onPick={pick}
		>
			<Select
				label="Metric"
				isInline
				value={facts.id}
				options={metrics.map(({ id, label }) => ({ value: id, label }))}
				onChange={(id) => liftState.update((now) => ({ ...now, metric: id }))}
			/>
			<Select
				label="Show"
				isInline
				value={scale}
				options={scales.map((value) => ({ value, label: scaleLabel(value, facts) }))}
				onChange={(value) => liftState.update((now) => ({ ...now, scale: value }))}
			/>
		</ChartFrame>
	);
}
