import type { RfmFacts } from '#shared/model/rfmBuilder.ts';
import { useProposalColor } from '../useProposalColor.ts';
import { useRovingFocus } from '../../../ui/useRovingFocus.ts';
import { ownersAt } from './ownersAt.ts';

interface RfmGridProps {
	readonly facts: RfmFacts;
	readonly shown: 'people' | 'revenue';
	readonly title: string;
	/** Letter of the score that columns stand for. */
	readonly column: string;
	readonly isLarge?: boolean;
	/** Numbers of the cells at one place. */
	readonly cellsAt: (recency: number, column: number) => readonly number[];
	readonly nameOf: (recency: number, column: number) => string;
	readonly write: (value: number) => string;
	readonly onPick: (cells: readonly number[], title: string) => Promise<void>;
}

const scores = [1, 2, 3, 4, 5];

/** Five by five places: recency upwards, another score to the right; shade by people or money, colour and number by segment. */
export function RfmGrid(props: RfmGridProps) {
	const { facts, shown, title, column, isLarge = false, cellsAt, nameOf, write, onPick } = props;
	const color = useProposalColor();
	const roving = useRovingFocus('horizontal');
	const sum = (cells: readonly number[]) => cells.reduce((total, cell) => total + (facts.cells[cell]![shown] ?? 0), 0);
	const most = Math.max(1, ...scores.flatMap((r) => scores.map((place) => sum(cellsAt(r, place)))));
	return (
		<figure className={`rfm-grid ${isLarge ? 'rfm-grid-large' : ''}`}>
			<figcaption>{title}</figcaption>
			<div className="rfm-grid-body" role="group" aria-label={title} onKeyDown={roving}>
				{scores.toReversed().map((recency) => (
					<div key={recency} className="rfm-grid-row">
						<span className="rfm-grid-label number">{isLarge ? `R${recency}` : recency}</span>
						{scores.map((place) => {
							const cells = cellsAt(recency, place);
							const value = sum(cells);
							const { main, isMixed, names } = ownersAt(facts, cells);
							const shade = value <= 0 ? 0 : 10 + 30 * Math.sqrt(value / most);
							const number = main === null ? '–' : `${main + 1}`;
							return (
								<button
									key={place}
									type="button"
									className="rfm-cell"
									tabIndex={recency === 5 && place === 1 ? 0 : -1}
									style={{
										borderColor: color(main),
										background: `color-mix(in srgb, ${color(main)} ${shade}%, var(--vscode-editor-background))`,
									}}
									title={`${nameOf(recency, place)}: ${write(value)}, segment ${names}`}
									onClick={() => void onPick(cells, nameOf(recency, place))}
								>
									<span className="visually-hidden">{`${nameOf(recency, place)}: segment `}</span>
									<span className="rfm-cell-owner number">{`${number}${isMixed ? '+' : ''}`}</span>
									<span className="rfm-cell-value number">{compact(value)}</span>
								</button>
							);
						})}
					</div>
				))}
				<div className="rfm-grid-row" aria-hidden="true">
					<span className="rfm-grid-label" />
					{scores.map((place) => (
						<span key={place} className="rfm-grid-foot number">{`${column}${place}`}</span>
					))}
				</div>
			</div>
		</figure>
	);
}

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

function compact(value: number): string {
	return value === 0 ? '' : short.format(value);
}
