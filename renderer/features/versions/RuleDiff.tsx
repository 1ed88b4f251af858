import { diffText, type TextPiece } from '#shared/versions/diffText.ts';

interface RuleDiffProps {
	/** Null where there was no such rule. */
	readonly before: string | null;
	readonly after: string | null;
}

/** A rule with what was taken out struck through and what was put in underlined. */
export function RuleDiff({ before, after }: RuleDiffProps) {
	const pieces = readable(diffText(before ?? after ?? '', after ?? before ?? ''));
	if (pieces.length === 0) {
		return <p className="entry-empty">Nothing is written here yet.</p>;
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

/** Where little was kept, the old rule stands whole above the new one: word by word neither could be read. */
function readable(pieces: readonly TextPiece[]): readonly TextPiece[] {
	const textOf = (left: TextPiece['kind']) =>
		pieces
			.filter(({ kind }) => kind !== left)
			.map(({ text }) => text)
			.join('');
	const [before, after] = [textOf('added'), textOf('removed')];
	const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
	return before === '' || after === '' || kept >= Math.max(before.length, after.length) / 2
		? pieces
		: [
				{ kind: 'removed', text: before },
				{ kind: 'same', text: '\n' },
				{ kind: 'added', text: after },
			];
}
