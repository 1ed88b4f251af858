const SURE = 0.8;
const LIKELY = 0.55;

/** How sure a guess is, in a word. */
export function surenessLabel(sureness: number): string {
	return sureness >= SURE ? 'sure' : sureness >= LIKELY ? 'likely' : 'perhaps';
}
