import type { EChartsOption } from 'echarts';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { ChartTable } from '#shared/charts/ChartTable.ts';
import { tableCsv } from '#shared/charts/tableCsv.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { themeToken } from '../theme/useTheme.ts';
import { useServices } from '../workbench/useServices.ts';
import { chartPng, chartSvg, type ImageSize } from './chartImage.ts';
import { DataTable } from './DataTable.tsx';
import { EChart } from './EChart.tsx';
import './charts.css';

export interface ChartFrameProps {
	/** Short name, for the buttons: `lift chart`. */
	readonly name: string;
	/** What the chart shows, in plain sentences. */
	readonly sentence: string;
	readonly option: EChartsOption;
	readonly table: ChartTable;
	readonly heightPx: number;
	readonly onPick?: (category: number) => void;
	/** Pickers that change what is shown, above the sentence. */
	readonly children?: ReactNode;
}

/** A chart with its sentence, its table, and ways to take it elsewhere. */
export function ChartFrame({ name, sentence, option, table, heightPx, onPick, children }: ChartFrameProps) {
	const { notifications } = useServices();
	const sentenceId = useId();
	const body = useRef<HTMLDivElement>(null);
	const [isTable, setIsTable] = useState(false);
	const size = (): ImageSize => ({
		widthPx: Math.max(480, body.current?.clientWidth ?? 0),
		heightPx,
		background: themeToken('--vscode-editor-background'),
	});
	const copy = async (what: string, make: () => Promise<ClipboardItem>) => {
		try {
			await navigator.clipboard.write([await make()]);
			notifications.show('success', `The ${name} was copied as ${what}.`);
		} catch {
			notifications.show('error', `The ${name} could not be copied, because the clipboard is not available.`);
		}
	};
	const copyText = (what: string, make: () => Promise<string> | string) =>
		copy(what, async () => new ClipboardItem({ 'text/plain': new Blob([await make()], { type: 'text/plain' }) }));
	return (
		<figure className="chart-frame" aria-labelledby={sentenceId}>
			<div className="chart-toolbar">
				{children}
				<div className="chart-toolbar-end">
					<IconButton
						icon={isTable ? 'graph-scatter' : 'table'}
						label={isTable ? 'Show as chart' : 'Show as table'}
						aria-pressed={isTable}
						onClick={() => setIsTable(!isTable)}
					/>
					<IconButton
						icon="file-media"
						label="Copy as picture (PNG)"
						onClick={() =>
							void copy('a picture', async () => new ClipboardItem({ 'image/png': await chartPng(option, size()) }))
						}
					/>
					<IconButton
						icon="file-code"
						label="Copy as SVG"
						onClick={() => void copyText('SVG', () => chartSvg(option, size()))}
					/>
					<IconButton icon="copy" label="Copy as CSV" onClick={() => void copyText('CSV', () => tableCsv(table))} />
				</div>
			</div>
			<figcaption id={sentenceId} className="chart-sentence">
				{sentence}
			</figcaption>
			<div ref={body} className="chart-body">
				{isTable ? (
					<DataTable label={name} table={table} />
				) : (
					<EChart option={option} heightPx={heightPx} onPick={onPick} />
				)}
			</div>
		</figure>
	);
}
