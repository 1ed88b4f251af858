import { Icon } from '../../ui/Icon.tsx';

/** What the marks of the matrix mean. */
export function MatrixLegend() {
	return (
		<ul className="overlap-legend">
			<li>
				<span className="overlap-legend-shade" aria-hidden="true" />
				in the data; above the diagonal as a share of the row’s rule
			</li>
			<li>
				<Icon name="check" className="tone-success" />
				proved disjoint
			</li>
			<li>
				<Icon name="warning" className="tone-warning" />
				possible, though nobody in the data
			</li>
			<li>
				<Icon name="question" />
				not provable
			</li>
		</ul>
	);
}
