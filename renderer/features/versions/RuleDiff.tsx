import { diffText } from '#shared/versions/diffText.ts';

interface RuleDiffProps {
	/** Null where there was no such rule. */
	readonly before: string | null;
	readonly after: string | null;
}

/** A rule with what was taken out struck through and what was put in underlined. */
export function RuleDiff({ before, after }: RuleDiffProps) {
	const pieces = diffText(before ?? after ?? '', after ?? before ?? '');
	if (pieces.length === 0) {
		return <p className="entry-empty">No rule yet: it matches nobody.</p>;
	}
	return (
		<pre className="entry-rule">
			{pieces.map(({ kind, text }, index) =>
				kind === 'removed' ? (
					<del key={index}>{text}</del>
				) : kind === 'added' ? (
					<ins key={index}>{text}</ins>
				) : (
					<span key={index}>{text}</span>
				),
			)}
		</pre>
	);
}
