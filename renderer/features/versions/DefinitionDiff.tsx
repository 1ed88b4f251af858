import type { EntryDiff, FactDiff, SegmentationDiff } from '#shared/versions/diffSegmentations.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RuleDiff } from './RuleDiff.tsx';

interface DefinitionDiffProps {
	readonly diff: SegmentationDiff;
}

/** Segments, exclusions and custom fields in their order, each with what became of it. */
export function DefinitionDiff({ diff }: DefinitionDiffProps) {
	const lists = [
		{ title: 'Segments', entries: diff.segments },
		{ title: 'Exclusions', entries: diff.exclusions },
		{ title: 'Custom fields', entries: diff.customFields },
	];
	return (
		<>
			<Facts facts={diff.facts} />
			{lists.map(
				({ title, entries }) =>
					entries.length > 0 && (
						<section key={title} aria-label={title}>
							<h3>{title}</h3>
							<ol className="entries">
								{entries.map((entry) => (
									<Entry key={`${entry.kind} ${entry.id}`} entry={entry} />
								))}
							</ol>
						</section>
					),
			)}
		</>
	);
}

function Entry({ entry }: { readonly entry: EntryDiff }) {
	const words = wordsOf(entry);
	return (
		<li className={`entry entry-${entry.kind}`}>
			<div className="entry-head">
				<Icon name={icons[entry.kind]} />
				<span className="entry-name">{entry.name}</span>
				{words && <span className="entry-words">{words}</span>}
			</div>
			<RuleDiff before={entry.ruleBefore} after={entry.ruleAfter} />
			<Facts facts={entry.facts} />
		</li>
	);
}

const icons: Readonly<Record<EntryDiff['kind'], string>> = {
	added: 'diff-added',
	removed: 'diff-removed',
	changed: 'diff-modified',
	same: 'circle-small',
};

function wordsOf({ kind, isMoved, placeBefore, placeAfter }: EntryDiff): string {
	const moved = isMoved ? `moved from place ${placeBefore} to ${placeAfter}` : '';
	return [kind === 'same' ? '' : kind, moved].filter((text) => text !== '').join(', ');
}

function Facts({ facts }: { readonly facts: readonly FactDiff[] }) {
	return (
		facts.length > 0 && (
			<dl className="entry-facts">
				{facts.map(({ label, before, after }) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd>
							{before !== null && <del>{before}</del>}
							{before !== null && after !== null && ' → '}
							{after !== null && <ins>{after}</ins>}
						</dd>
					</div>
				))}
			</dl>
		)
	);
}
