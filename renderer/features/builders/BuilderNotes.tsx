import type { BuilderNote } from '#shared/model/builderProposal.ts';
import { Icon } from '../../ui/Icon.tsx';

/** What to know before taking a proposal, warnings first. */
export function BuilderNotes({ notes }: { readonly notes: readonly BuilderNote[] }) {
	if (notes.length === 0) {
		return null;
	}
	const ordered = notes.toSorted((left, right) => right.severity.localeCompare(left.severity));
	return (
		<ul className="builder-notes">
			{ordered.map(({ severity, text }) => (
				<li key={text} className={`builder-note builder-note-${severity}`}>
					<Icon name={severity} />
					<span>{text}</span>
				</li>
			))}
		</ul>
	);
}
