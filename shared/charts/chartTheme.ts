/** Everything a chart takes from its surroundings, so that screen and printed report draw the same option. */
export interface ChartTheme {
	readonly foreground: string;
	readonly muted: string;
	readonly line: string;
	readonly background: string;
	/** Fill of the band inside which a true difference would usually go unnoticed. */
	readonly band: string;
	readonly tooltipBackground: string;
	readonly tooltipBorder: string;
	readonly fontFamily: string;
	/** Colour of a segment id, the same on every screen. */
	readonly segmentColor: (segmentId: string) => string;
}
