import { CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
	AriaComponent,
	GridComponent,
	LegendComponent,
	MarkLineComponent,
	TitleComponent,
	TooltipComponent,
} from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

/** The only file that loads echarts, with the parts that our options use; it becomes a chunk of its own. */
register([
	CustomChart,
	LineChart,
	SankeyChart,
	ScatterChart,
	AriaComponent,
	GridComponent,
	LegendComponent,
	MarkLineComponent,
	TitleComponent,
	TooltipComponent,
	LabelLayout,
	CanvasRenderer,
	SVGRenderer,
]);

export { init };
