import { useRovingFocus } from './useRovingFocus.ts';
import './TabList.css';

export interface TabItem<I extends string> {
	readonly id: I;
	readonly label: string;
	/** A count beside the label; nothing for null. */
	readonly badge?: string | null;
}

interface TabListProps<I extends string> {
	readonly label: string;
	readonly tabs: readonly TabItem<I>[];
	readonly activeId: I;
	/** Id of the element that holds what the tabs show. */
	readonly controls: string;
	readonly onSelect: (id: I) => void;
}

/** Tabs in VS Code's panel style. Arrow keys move, the selected tab is the only stop for Tab. */
export function TabList<I extends string>({ label, tabs, activeId, controls, onSelect }: TabListProps<I>) {
	const roving = useRovingFocus('horizontal');
	return (
		<div className="tab-list" role="tablist" aria-label={label} onKeyDown={roving}>
			{tabs.map((tab) => (
				<button
					key={tab.id}
					type="button"
					role="tab"
					className="tab-list-tab"
					aria-selected={tab.id === activeId}
					aria-controls={tab.id === activeId ? controls : undefined}
					tabIndex={tab.id === activeId ? 0 : -1}
					ref={tab.id === activeId ? showTab : undefined}
					onClick={() => onSelect(tab.id)}
				>
					{tab.label}
					{tab.badge && <span className="tab-list-badge number">{tab.badge}</span>}
				</button>
			))}
		</div>
	);
}

/** The selected tab may be outside of a narrow list. */
function showTab(tab: HTMLElement | null): void {
	tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
