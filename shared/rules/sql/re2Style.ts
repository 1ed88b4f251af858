import type { PatternStyle } from './patternText.ts';

/** RE2's syntax, which needs no flags here: https://github.com/google/re2/wiki/Syntax */
export const re2Style: PatternStyle = {
	group: '(?:',
	anything: '(?s:.)',
	mostRepeats: 1000,
	firstCodePoint: 0,
	codePoint(codePoint) {
		const letter = String.fromCodePoint(codePoint);
		return /[A-Za-z0-9 _]/.test(letter)
			? letter
			: /[!-~]/.test(letter)
				? `\\${letter}`
				: `\\x{${codePoint.toString(16)}}`;
	},
};
