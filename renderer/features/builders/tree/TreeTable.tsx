import type { CSSProperties } from 'react';
import type { TreeFacts, TreeNodeFacts } from '#shared/model/treeBuilder.ts';
import { format } from '../../../ui/format.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useProposalColor } from '../useProposalColor.ts';
import { intervalText, isUnseen, outcomeFigure, splitText, treeScale } from './treeFigures.ts';

/** The tree from its root: what tells each node from its siblings, and the outcome there, from the holdout. */
export function TreeTable({ facts }: { readonly facts: TreeFacts }) {
	const { nodes, outcome, level, explained } = facts;
	const scale = treeScale(nodes);
	const share = (value: number | null) => (value === null ? 'none' : format.share(value));
	const what = outcome.kind === 'rate' ? `Share with ${outcome.label}` : `Mean ${outcome.label}`;
	return (
		<section aria-label="Tree">
			<h3>{`${what}, on customers the tree has not seen`}</h3>
			<p className="tree-sentence">
				{`The leaves explain ${share(explained.holdout)} of the variance in the holdout, ${share(explained.training)} in the training part. ` +
					`Bars are ${format.share(level)} intervals of the holdout; the line is the figure of all customers, the ring that of the training part.`}
			</p>
			<div className="proposal-place" role="region" aria-label="Table of the tree" tabIndex={0}>
				<table className="tree-table">
					<thead>
						<tr>
							<th scope="col">Condition</th>
							<th scope="col" className="proposal-number">
								Customers
							</th>
							<th scope="col" className="proposal-number">
								Holdout
							</th>
							<th scope="col" className="tree-plot-column">
								Interval
							</th>
							<th scope="col" className="proposal-number">
								Training less holdout
							</th>
							<th scope="col">Split by</th>
						</tr>
					</thead>
					<tbody>
						{nodes.map((node) => (
							<NodeRow key={node.id} node={node} root={nodes[0]!} outcome={outcome} level={level} scale={scale} />
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

interface NodeRowProps {
	readonly node: TreeNodeFacts;
	readonly root: TreeNodeFacts;
	readonly outcome: TreeFacts['outcome'];
	readonly level: number;
	readonly scale: (value: number) => number;
}

function NodeRow({ node, root, outcome, level, scale }: NodeRowProps) {
	const color = useProposalColor();
	const { training, holdout, difference, segment, depth, condition, conditionWords } = node;
	const isLeaf = segment !== null;
	const isBeyondChance = difference !== null && excludesZero(difference.low, difference.high);
	return (
		<tr className={isLeaf ? 'tree-leaf' : ''}>
			<th scope="row">
				<span className="tree-condition" style={{ '--depth': depth } as CSSProperties}>
					<span className="visually-hidden">{`Level ${depth}`}</span>
					{isLeaf && (
						<>
							<span className="proposal-swatch" style={{ background: color(segment) }} />
							<span className="number">{segment + 1}</span>
						</>
					)}
					{condition === null ? 'All customers' : <span title={condition}>{conditionWords}</span>}
				</span>
			</th>
			<td className="proposal-number number">{format.count(training.customers + holdout.customers)}</td>
			<td className="proposal-number number" title={`${format.count(holdout.customers)} customers of the holdout`}>
				{outcomeFigure(holdout.value, outcome)}
				<span className="tree-interval">{intervalText(holdout, outcome)}</span>
			</td>
			<td className="tree-plot-column">
				<IntervalPlot
					node={node}
					root={root}
					scale={scale}
					color={isLeaf ? color(segment) : 'var(--vscode-foreground)'}
				/>
			</td>
			<td className="proposal-number number">
				{difference === null ? '–' : signed(outcomeFigure(difference.value, outcome), difference.value)}
				{isBeyondChance && <span className="tree-interval">more than chance</span>}
			</td>
			<td>
				{splitText(node) ?? <span className="tree-interval">leaf</span>}
				{isUnseen(node, level) && (
					<span className="tree-unseen">
						<Icon name="warning" /> not seen in the holdout
					</span>
				)}
			</td>
		</tr>
	);
}

interface IntervalPlotProps extends Omit<NodeRowProps, 'outcome' | 'level'> {
	readonly color: string;
}

/** The numbers stand beside it. */
function IntervalPlot({ node: { holdout, training }, root, scale, color }: IntervalPlotProps) {
	const at = (value: number) => `${(100 * scale(value)).toFixed(2)}%`;
	const { value, low, high } = holdout;
	return (
		<svg className="tree-plot" aria-hidden="true">
			{root.holdout.value !== null && (
				<line className="tree-plot-all" x1={at(root.holdout.value)} x2={at(root.holdout.value)} y1="0" y2="100%" />
			)}
			{low !== null && high !== null && (
				<line x1={at(low)} x2={at(high)} y1="50%" y2="50%" stroke={color} strokeWidth="5" strokeOpacity="0.45" />
			)}
			{training.value !== null && (
				<circle cx={at(training.value)} cy="50%" r="4" fill="none" stroke="var(--vscode-descriptionForeground)" />
			)}
			{value !== null && <circle cx={at(value)} cy="50%" r="3.5" fill={color} />}
		</svg>
	);
}

function excludesZero(low: number | null, high: number | null): boolean {
	return (low !== null && low > 0) || (high !== null && high < 0);
}

function signed(text: string, value: number): string {
	return value > 0 ? `+${text}` : text;
}
