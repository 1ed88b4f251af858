import { ascending } from '../breaksOf.ts';

/** How a text is changed before it is looked at: the functions from the inside out. */
export type Recasing = readonly ('lower' | 'upper')[];

export interface RecasedEdges {
	readonly recasing: Recasing;
	readonly edges: readonly number[];
}

const LAST_CASED = 0x1_ff_ff;
const FINAL_SIGMA = 0x03_c2;
let cased: readonly number[] | null = null;
/** What the letters of `cased` become, by recasing: some thousand texts that do not change. */
const recasedLetters = new Map<string, readonly (readonly number[])[]>();

/**
 * Characters that stand for all others: whatever machines with these edges do on a text, they do on one of these characters alone.
 * Letters and digits are preferred, so that witnesses can be read.
 */
export function textLetters(machines: readonly RecasedEdges[]): readonly number[] {
	const edges = ascending([0, 0xd8_00, 0xe0_00, 0x11_00_00, ...machines.flatMap((machine) => machine.edges)]);
	const isRecased = machines.some(({ recasing }) => recasing.length > 0);
	const letters: number[] = [];
	for (let index = 0; index + 1 < edges.length; index++) {
		const letter = readableLetter(edges[index]!, edges[index + 1]!, isRecased);
		if (letter !== null) {
			letters.push(letter);
		}
	}
	return isRecased ? [...letters, ...casedLetters(machines)] : letters;
}

/** What a character becomes. Alone this is exact for every character but sigma, which is written in two ways: see distinguishesSigma. */
export function recased(codePoint: number, recasing: Recasing): readonly number[] {
	const text = recasing.reduce(
		(letter, name) => (name === 'lower' ? letter.toLowerCase() : letter.toUpperCase()),
		String.fromCodePoint(codePoint),
	);
	return Array.from(text, (letter) => letter.codePointAt(0)!);
}

/** The lower case of a capital sigma depends on its neighbours; that only matters to a machine that tells the two forms apart. */
export function distinguishesSigma({ recasing, edges }: RecasedEdges): boolean {
	return recasing.includes('lower') && edges.includes(FINAL_SIGMA + 1);
}

const preferred: readonly (readonly [string, string])[] = [
	['a', 'z'],
	['0', '9'],
	['A', 'Z'],
	['!', '~'],
	[' ', ' '],
];

function readableLetter(from: number, to: number, isUncased: boolean): number | null {
	if (from >= 0xd8_00 && from < 0xe0_00) {
		return null;
	}
	for (const [first, last] of preferred) {
		const letter = Math.max(from, first.codePointAt(0)!);
		if (letter < to && letter <= last.codePointAt(0)! && !(isUncased && isCased(letter))) {
			return letter;
		}
	}
	for (let letter = from; letter < to; letter++) {
		if (!(isUncased && isCased(letter))) {
			return letter;
		}
	}
	return null;
}

/** One letter for each way in which letters with two cases are read. */
function casedLetters(machines: readonly RecasedEdges[]): number[] {
	cased ??= Array.from({ length: LAST_CASED }, (_, codePoint) => codePoint).filter(
		(codePoint) => (codePoint < 0xd8_00 || codePoint > 0xdf_ff) && isCased(codePoint),
	);
	const letters = cased;
	const sorted = machines.map(({ recasing, edges }) => {
		const key = recasing.join();
		const become = recasedLetters.get(key) ?? letters.map((codePoint) => recased(codePoint, recasing));
		recasedLetters.set(key, become);
		return { become, edges: ascending(edges) };
	});
	const kinds = new Map<string, number>();
	for (const [index, codePoint] of letters.entries()) {
		let kind = '';
		for (const { become, edges } of sorted) {
			for (const letter of become[index]!) {
				kind += `${classOf(edges, letter)},`;
			}
			kind += ';';
		}
		if (!kinds.has(kind)) {
			kinds.set(kind, codePoint);
		}
	}
	return [...kinds.values()];
}

function isCased(codePoint: number): boolean {
	const letter = String.fromCodePoint(codePoint);
	return letter.toLowerCase() !== letter || letter.toUpperCase() !== letter;
}

function classOf(edges: readonly number[], letter: number): number {
	let low = 0;
	let high = edges.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (edges[middle]! <= letter) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
