import type { EChartsOption } from 'echarts';

export interface ImageSize {
	readonly widthPx: number;
	readonly heightPx: number;
	/** Ground of the picture, because a transparent chart is unreadable on a slide of another colour. */
	readonly background: string;
}

/** The chart as SVG text. */
export async function chartSvg(option: EChartsOption, { widthPx, heightPx, background }: ImageSize): Promise<string> {
	const { init } = await import('./echarts.ts');
	const chart = init(null, null, { renderer: 'svg', ssr: true, width: widthPx, height: heightPx });
	chart.setOption(option);
	chart.setOption({ backgroundColor: background });
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}

/** The chart as a PNG of twice the size, so that it stays sharp in a presentation. */
export async function chartPng(option: EChartsOption, { widthPx, heightPx, background }: ImageSize): Promise<Blob> {
	const { init } = await import('./echarts.ts');
	const canvas = document.createElement('canvas');
	const chart = init(canvas, null, { renderer: 'canvas', width: widthPx, height: heightPx, devicePixelRatio: 2 });
	chart.setOption(option);
	chart.setOption({ backgroundColor: background });
	try {
		return await new Promise((resolve, reject) => {
			canvas.toBlob(
				(blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))),
				'image/png',
			);
		});
	} finally {
		chart.dispose();
	}
}
