import { expect, test } from 'vitest';
import { inkOn, remainderColor, segmentColor, segmentColors, segmentPalette } from '#shared/charts/segmentColor.ts';

type Triple = readonly [number, number, number];

/** What people without one kind of cone see of linear light: Machado, Oliveira and Fernandes (2009), table 1, severity 1.0. */
const eyes: Readonly<Record<string, readonly Triple[]>> = {
	everybody: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1],
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
};
const grounds = { light: '#ffffff', dark: '#1f1f1f' } as const;

function linear(hex: string): Triple {
	const channel = (at: number) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

function times(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
	const row = (place: number) => {
		const [a, b, c] = matrix[place]!;
		return a * x + b * y + c * z;
	};
	return [row(0), row(1), row(2)];
}

/** Björn Ottosson, "A perceptual color space for image processing" (2020). */
function oklab(light: Triple): Triple {
	const cones = times(
		[
			[0.4122214708, 0.5363325363, 0.0514459929],
			[0.2119034982, 0.6806995451, 0.1073969566],
			[0.0883024619, 0.2817188376, 0.6299787005],
		],
		light,
	);
	return times(
		[
			[0.2104542553, 0.793617785, -0.0040720468],
			[1.9779984951, -2.428592205, 0.4505937099],
			[0.0259040371, 0.7827717662, -0.808675766],
		],
		[Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])],
	);
}

function contrast(hex: string, ground: string): number {
	const [one, other] = [hex, ground].map((color) => {
		const [red, green, blue] = linear(color);
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
	});
	return Math.max(one! / other!, other! / one!);
}

/** The least distance between any two colours in hundredths of OKLab, as one kind of eye sees them; 2 is just noticeable. */
function closest(colors: readonly string[], eye: string): number {
	const seen = colors.map((hex) => {
		const [red, green, blue] = times(eyes[eye]!, linear(hex));
		const inGamut = (value: number) => Math.max(0, Math.min(1, value));
		return oklab([inGamut(red), inGamut(green), inGamut(blue)]);
	});
	const distances = seen.flatMap(([l, a, b], place) =>
		seen.slice(0, place).map((other) => 100 * Math.hypot(l - other[0], a - other[1], b - other[2])),
	);
	return Math.min(...distances);
}

test.each(['light', 'dark'] as const)('on %s ground twenty colours stand out from it and from each other', (ground) => {
	const colors = [remainderColor(ground), ...segmentPalette(ground).map(({ value }) => value)];
	expect(colors).toHaveLength(21);
	expect(Math.min(...colors.map((color) => contrast(color, grounds[ground])))).toBeGreaterThanOrEqual(3);
	const least = (count: number) => Object.keys(eyes).map((eye) => closest(colors.slice(1, 1 + count), eye));
	const [normal, ...withoutCone] = least(20);
	expect(normal).toBeGreaterThan(10);
	expect(Math.min(...withoutCone)).toBeGreaterThan(4);
	const [firstNormal, ...firstWithoutCone] = least(8);
	expect(firstNormal).toBeGreaterThan(14);
	expect(Math.min(...firstWithoutCone)).toBeGreaterThan(6);
	expect(closest(colors, 'everybody')).toBeGreaterThan(8);
	expect(Math.min(...colors.map((color) => contrast(inkOn(color), color)))).toBeGreaterThanOrEqual(4.5);
});

test('a segment has the colour that was chosen, else that of its place; the palette starts over after twenty', () => {
	const ids = Array.from({ length: 22 }, (_, place) => ({ id: `s${place}`, ...(place === 3 ? { color: 0 } : {}) }));
	const color = segmentColors(ids, 'light');
	expect(new Set(ids.slice(0, 20).map(({ id }) => color(id))).size).toBe(19);
	expect([color('s3'), color('s20'), color('s21')]).toEqual([0, 0, 1].map((place) => segmentColor(place, 'light')));
	expect([color(null), color('remainder'), color('unknown')]).toEqual(Array(3).fill(remainderColor('light')));
});
