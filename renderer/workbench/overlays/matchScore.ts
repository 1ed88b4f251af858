/**
 * How well an entry fits what was typed, 0 to 1; 0 hides it. The label counts more than the detail, the beginning of a
 * word more than its middle. Letters in order within the label (`osc` for Open Scorecard) fit last.
 */
export function matchScore(typed: string, label: string, detail: string): number {
	const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
	const name = label.toLowerCase();
	if (words.every((word) => name.includes(word))) {
		const isStart = name.startsWith(words.join(' '));
		return isStart ? 1 : words.every((word) => startsWord(name, word)) ? 0.8 : 0.6;
	}
	const text = `${name} ${detail.toLowerCase()}`;
	if (words.every((word) => startsWord(text, word))) {
		return 0.4;
	}
	return isInOrder(words.join(''), name) ? 0.1 : 0;
}

function startsWord(text: string, word: string): boolean {
	return text.split(/[\s:_./\\()"'-]+/).some((part) => part.startsWith(word));
}

function isInOrder(letters: string, text: string): boolean {
	let at = 0;
	for (const letter of letters) {
		at = text.indexOf(letter, at) + 1;
		if (at === 0) {
			return false;
		}
	}
	return true;
}
