/** What the colours stand on. */
export type Ground = 'light' | 'dark';

/**
 * Okabe and Ito's palette for every kind of colour vision (Color Universal Design, 2008), black left out, ordered so that
 * neighbours differ in lightness too. On light ground yellow and sky blue are darkened to reach 3:1 against white, on
 * dark ground blue is lightened, as WCAG 2.2 asks of graphics.
 */
const dark: readonly string[] = ['#56b4e9', '#e69f00', '#009e73', '#f0e442', '#3d8fd1', '#d55e00', '#cc79a7'];
const light: readonly string[] = ['#0072b2', '#c47f00', '#008a64', '#9c8b00', '#2f93cf', '#d55e00', '#b8558f'];
const remainder = { light: '#767676', dark: '#9d9d9d' };

/** The colour of the segment at a position of the rule order; after seven the palette starts over (the name tells them apart). */
export function segmentColor(position: number, ground: Ground): string {
	const palette = ground === 'dark' ? dark : light;
	return palette[position % palette.length]!;
}

export function remainderColor(ground: Ground): string {
	return remainder[ground];
}
