import { Icon } from '../../ui/Icon.tsx';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import type { Builder } from './Builder.ts';

interface BuilderGalleryProps {
	readonly builders: readonly Builder[];
	readonly chosenId: string;
	readonly onChoose: (id: string) => void;
}

/** The methods as cards, each with when to use it. */
export function BuilderGallery({ builders, chosenId, onChoose }: BuilderGalleryProps) {
	const roving = useRovingFocus('horizontal');
	return (
		<div className="builder-gallery" role="radiogroup" aria-label="Method" onKeyDown={roving}>
			{builders.map(({ id, title, icon, whenToUse }) => (
				<button
					key={id}
					type="button"
					role="radio"
					className="builder-card"
					aria-checked={id === chosenId}
					tabIndex={id === chosenId ? 0 : -1}
					onClick={() => onChoose(id)}
				>
					<span className="builder-card-title">
						<Icon name={icon} />
						{title}
					</span>
					<span className="builder-card-text">{whenToUse}</span>
				</button>
			))}
		</div>
	);
}
