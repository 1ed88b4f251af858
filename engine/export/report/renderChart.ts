import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
	AriaComponent,
	DatasetComponent,
	GridComponent,
	LegendComponent,
	MarkAreaComponent,
	MarkLineComponent,
	TitleComponent,
	TooltipComponent,
} from 'echarts/components';
import { init, setPlatformAPI, use as register, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Html } from './html.ts';

register([
	BarChart,
	CustomChart,
	LineChart,
	ScatterChart,
	AriaComponent,
	DatasetComponent,
	GridComponent,
	LegendComponent,
	MarkAreaComponent,
	MarkLineComponent,
	TitleComponent,
	TooltipComponent,
	SVGRenderer,
]);

/** Without a canvas to measure text with, assume a wide font, so that labels never touch on the reader's computer. */
const EM_PER_CHARACTER = 0.62;
setPlatformAPI({
	measureText: (text, font) => ({
		width: text.length * EM_PER_CHARACTER * Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12),
	}),
});

export interface ChartSize {
	readonly widthPx: number;
	readonly heightPx: number;
}

/** Draws a chart option without a browser, as an SVG element. The same options are drawn on screen by the renderer. */
export function renderChart(option: EChartsCoreOption, { widthPx, heightPx }: ChartSize): Html {
	const chart = init(null, null, { renderer: 'svg', ssr: true, width: widthPx, height: heightPx });
	try {
		chart.setOption(option);
		return new Html(chart.renderToSVGString());
	} finally {
		chart.dispose();
	}
}
