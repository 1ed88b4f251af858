import { REMAINDER_ID } from '../model/segmentation.ts';

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

const names = ['Blue', 'Orange', 'Green', 'Yellow', 'Blue, second', 'Vermilion', 'Purple'] as const;

/** The colour of the segment at a place of the palette; after seven it starts over (the name tells them apart). */
export function segmentColor(place: number, ground: Ground): string {
	const palette = ground === 'dark' ? dark : light;
	return palette[place % palette.length]!;
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
	return names.map((name, place) => ({ name, value: segmentColor(place, ground) }));
}

export function remainderColor(ground: Ground): string {
	return remainder[ground];
}
