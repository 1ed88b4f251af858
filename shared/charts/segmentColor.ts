import { REMAINDER_ID } from '../model/segmentation.ts';

/** What the colours stand on. */
export type Ground = 'light' | 'dark';

/**
 * Twenty colours per ground. Each keeps its family (blue, orange, ...) on both; lightness and chroma within the family were searched so
 * that the closest two are as far apart as they can be in OKLab, as seen by everybody and by people without red, green or blue cones
 * (Machado, Oliveira and Fernandes 2009, severity 1), the first eight further apart than the rest, and each with a contrast of at least
 * 3:1 against its ground, as WCAG 2.2 asks of graphics. test/shared/charts/segmentColor.test.ts measures that. Twenty are more than
 * any eye tells apart with certainty: wherever a colour stands for a segment, its name or number stands there, too.
 */
const palette: readonly (Readonly<Record<Ground, string>> & { readonly name: string })[] = [
	{ name: 'Blue', light: '#3295f6', dark: '#39b5ff' },
	{ name: 'Orange', light: '#d37812', dark: '#bd871c' },
	{ name: 'Green', light: '#199e6e', dark: '#23ac6a' },
	{ name: 'Yellow', light: '#826e04', dark: '#e3df41' },
	{ name: 'Steel blue', light: '#1d5e85', dark: '#367da1' },
	{ name: 'Vermilion', light: '#932601', dark: '#cb3904' },
	{ name: 'Purple', light: '#ab61a5', dark: '#d291cc' },
	{ name: 'Brown', light: '#492109', dark: '#fcb997' },
	{ name: 'Violet', light: '#5211bf', dark: '#7745fa' },
	{ name: 'Teal', light: '#103f44', dark: '#a1fffb' },
	{ name: 'Red', light: '#ea1e33', dark: '#fd717c' },
	{ name: 'Leaf green', light: '#265511', dark: '#7ccb05' },
	{ name: 'Royal blue', light: '#1c58fc', dark: '#4f84fe' },
	{ name: 'Wine', light: '#701033', dark: '#915d6d' },
	{ name: 'Plum', light: '#6f0587', dark: '#ae69d6' },
	{ name: 'Sea green', light: '#00764f', dark: '#7ce2bd' },
	{ name: 'Lavender', light: '#3c2161', dark: '#d9d2f6' },
	{ name: 'Sand', light: '#5d5040', dark: '#f9ecb6' },
	{ name: 'Magenta', light: '#c107d1', dark: '#e82db5' },
	{ name: 'Slate', light: '#7f94b1', dark: '#8ec7e1' },
];
const remainder = { light: '#767676', dark: '#9d9d9d' };

/** The colour of the segment at a place of the palette; after twenty it starts over (name and number tell them apart). */
export function segmentColor(place: number, ground: Ground): string {
	return palette[place % palette.length]![ground];
}

/** Black or white, whichever stands out more from a colour. */
export function inkOn(color: string): '#000000' | '#ffffff' {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	// Relative luminance (WCAG 2.2); at 0.179 both have the same contrast.
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.179 ? '#000000' : '#ffffff';
}

/** Colours by segment id: the one that was chosen, else that of its position in the rule order. Unknown ids and the remainder are grey. */
export function segmentColors(
	segments: readonly { readonly id: string; readonly color?: number | undefined }[],
	ground: Ground,
): (segmentId: string | null) => string {
	const places = new Map(segments.map(({ id, color }, position) => [id, color ?? position]));
	return (segmentId) => {
		const place = segmentId === null || segmentId === REMAINDER_ID ? undefined : places.get(segmentId);
		return place === undefined ? remainderColor(ground) : segmentColor(place, ground);
	};
}

/** What a segment can be given, in the order of the palette. */
export function segmentPalette(ground: Ground): readonly { readonly name: string; readonly value: string }[] {
	return palette.map((entry) => ({ name: entry.name, value: entry[ground] }));
}

export function remainderColor(ground: Ground): string {
	return remainder[ground];
}
