import { counted } from '#shared/base/counted.ts';
import type { JoinPair, JoinSide, NearMatch } from '#shared/model/joinReport.ts';
import { keyForm } from '#shared/model/tableMapping.ts';
import { useSession } from '../../engine/EngineContext.ts';
import { Button } from '../../ui/Button.tsx';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';
import { matchedSentence, nearSentence, sideFacts } from './joinSentences.ts';

/** One pair of tables: what matches, what does not, with examples, and what would match if keys were written alike. */
export function JoinPairReport({ pair }: { readonly pair: JoinPair }) {
	const { left, right, label, nearMatches, isSampled } = pair;
	const session = useSession();
	const { notifications } = useServices();
	const { isReadOnly } = useContextKeys();

	/** Both tables compare their keys in the proposed form from now on. One undoable step each. */
	const apply = async ({ forms }: NearMatch) => {
		try {
			for (const side of [left, right]) {
				const mapping = session.project.get()?.tables.find(({ id }) => id === side.tableId)?.mapping;
				if (mapping) {
					const known = mapping.keyForm ?? [];
					const next = keyForm.options.filter((form) => known.includes(form) || forms.includes(form));
					const change = { tableId: side.tableId, mapping: { ...mapping, keyForm: next } };
					const project = await notifications.withProgress(`Comparing the keys of ${side.name} anew`, (options) =>
						session.call('tables.remap', change, options),
					);
					if (project === null) {
						return;
					}
					session.accept(project);
				}
			}
		} catch (error) {
			notifications.showError(error);
		}
	};

	return (
		<section className="join" aria-label={`${left.name} and ${right.name} by ${label.toLowerCase()}`}>
			<h2>
				{left.name} and {right.name} by {label.toLowerCase()}
			</h2>
			<p>{matchedSentence(pair)}</p>
			<div className="join-sides">
				<JoinSideTable side={left} other={right.name} />
				<JoinSideTable side={right} other={left.name} />
			</div>
			{nearMatches.map((near) => (
				<div key={near.forms.join(' ')} className="join-near">
					<p>{nearSentence(near, pair)}</p>
					<ul aria-label="Examples">
						{near.examples.map((example) => (
							<li key={`${example.left} ${example.right}`}>
								<code>{example.left}</code> in {left.name} and <code>{example.right}</code> in {right.name}
							</li>
						))}
					</ul>
					{pair.field === 'customer_id' && (
						<Button disabled={isReadOnly} onClick={() => void apply(near)}>
							Compare keys this way
						</Button>
					)}
				</div>
			))}
			{isSampled && (
				<p className="join-note">
					There are very many keys; near matches were looked for among the first 400,000 of each table.
				</p>
			)}
		</section>
	);
}

function JoinSideTable({ side, other }: { readonly side: JoinSide; readonly other: string }) {
	return (
		<div className="join-side">
			<h3>
				{side.name}, column “{side.column}”
			</h3>
			<dl>
				{sideFacts(side).map(([label, value]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd className="number">{value}</dd>
					</div>
				))}
			</dl>
			<Examples title={`Not in ${other}`} examples={side.orphans} total={side.orphanKeys} />
			<Examples title="In several rows" examples={side.duplicates} total={side.duplicateKeys} />
		</div>
	);
}

interface ExamplesProps {
	readonly title: string;
	readonly examples: JoinSide['orphans'];
	readonly total: number;
}

function Examples({ title, examples, total }: ExamplesProps) {
	if (examples.length === 0) {
		return null;
	}
	return (
		<div className="join-examples">
			<span>
				{title}
				{total > examples.length && `, the ${examples.length} with the most rows`}:
			</span>
			<ul>
				{examples.map(({ key, rows }) => (
					<li key={key}>
						<code>{key}</code> <span className="join-note">{counted(rows, 'row')}</span>
					</li>
				))}
			</ul>
		</div>
	);
}
