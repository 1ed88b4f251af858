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
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Html } from './html.ts';

use([
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
