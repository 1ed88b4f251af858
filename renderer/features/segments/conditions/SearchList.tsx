import { Command } from 'cmdk';
import { Icon } from '../../../ui/Icon.tsx';

export interface SearchOption {
	readonly id: string;
	readonly label: string;
	/** At the end of the line: a count, a type. */
	readonly detail: string;
	readonly title?: string;
	readonly isChosen: boolean;
}

interface SearchListProps {
	readonly label: string;
	readonly query: string;
	readonly onQuery: (query: string) => void;
	readonly options: readonly SearchOption[];
	readonly onPick: (id: string) => void;
	/** Below the options, or in their place where nothing is found. */
	readonly note: string | null;
}

/** A box to search in, and the options that the search leaves. Arrow keys move, Enter picks; the focus stays in the box. */
export function SearchList({ label, query, onQuery, options, onPick, note }: SearchListProps) {
	return (
		<Command label={label} shouldFilter={false} loop className="condition-search">
			<Command.Input className="text-input" placeholder={label} value={query} onValueChange={onQuery} autoFocus />
			<Command.List label={label} className="condition-options">
				{options.map(({ id, label: name, detail, title, isChosen }, index) => (
					// The position, because the list treats names that differ by spaces only as one.
					<Command.Item
						key={id}
						value={String(index)}
						aria-checked={isChosen}
						title={title}
						className="condition-option"
						onSelect={() => onPick(id)}
					>
						<Icon name={isChosen ? 'check' : 'blank'} />
						<span className="condition-option-label">{name}</span>
						<span className="condition-option-detail number">{detail}</span>
					</Command.Item>
				))}
			</Command.List>
			{note !== null && <p className="condition-search-note">{note}</p>}
		</Command>
	);
}
