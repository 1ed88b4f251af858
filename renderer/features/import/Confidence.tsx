/** From here on something counts as certain. */
const CERTAIN = 0.98;
const LIKELY = 0.75;

/** How sure something is that was told from samples, in a word and by its share. */
export function Confidence({ share }: { readonly share: number }) {
	const level = share >= CERTAIN ? 'certain' : share >= LIKELY ? 'likely' : 'unsure';
	return (
		<span className={`import-confidence import-confidence-${level}`}>
			{level}
			{level !== 'certain' && ` (${Math.round(share * 100)} %)`}
		</span>
	);
}
