import type { ComponentType } from 'react';
import type { Problem } from '#shared/model/problem.ts';
import type { StatusFacts } from './statusFacts.ts';
import type { When } from './contextKeys.ts';
import type { Services } from './services.ts';

export type MenuId =
	'menubar/file' | 'menubar/edit' | 'menubar/view' | 'menubar/segments' | 'menubar/analysis' | 'menubar/help';
export type ViewLocation = 'sidebar' | 'editor' | 'panel';

/** `Mod` is Ctrl, and Cmd on macOS. Order: Mod, Alt, Shift, key; the key as in KeyboardEvent.key, letters upper case. */
export interface Keybinding {
	readonly key: string;
	readonly mac?: string;
	readonly when?: When;
}

/** Entries are sorted by group, then order; a separator stands between groups. */
export interface MenuPlacement {
	readonly menu: MenuId;
	readonly group: string;
	readonly order: number;
	/** Hides the entry; `enabled` of the command only greys it. */
	readonly when?: When;
}

/** One user action. Everything the palette, menus, keyboard and docs need, in one object. Ids are `feature.verbNoun`. */
export interface Command {
	readonly id: string;
	readonly title: string;
	readonly category: string;
	/** A codicon name. */
	readonly icon?: string;
	readonly enabled?: When;
	/** Makes it a switch: checked while the clause holds. */
	readonly toggled?: When;
	/** Leaves it out of the command palette, e.g. because it needs an argument. */
	readonly isHidden?: boolean;
	readonly keys?: readonly Keybinding[];
	readonly menus?: readonly MenuPlacement[];
	/** `argument` is what the caller passed to `services.run(id, argument)`; null from menus, keys and palette. */
	readonly run: (services: Services, argument: unknown) => void | Promise<void>;
}

/** Parameters of one opened tab, e.g. `{ tableId: 3 }`. Plain data: they are stored with the layout. */
export type ViewParams = Readonly<Record<string, string | number | boolean | null>>;

export interface ViewProps {
	readonly params: ViewParams;
}

/**
 * Something that is shown. A side bar view gets an entry in the activity bar, a panel view a tab in the bottom panel;
 * an editor view opens as one tab for each set of parameters.
 */
export interface View {
	readonly id: string;
	readonly title: string;
	/** A codicon name. */
	readonly icon: string;
	readonly location: ViewLocation;
	readonly order: number;
	/** Hides the activity or panel tab, and leaves an editor view out of quick open. */
	readonly when?: When;
	/** Tab title for one set of parameters; `title` where absent. */
	readonly titleOf?: (params: ViewParams, facts: StatusFacts) => string;
	/** Leaves it out of quick open, e.g. because it needs parameters. */
	readonly isHidden?: boolean;
	/** Commands whose icons stand in the header of a side bar view. */
	readonly actions?: readonly string[];
	readonly load: () => Promise<ComponentType<ViewProps>>;
}

export interface StatusText {
	readonly text: string;
	/** A codicon name. */
	readonly icon?: string;
	/** The whole sentence, shown on hover and read out. */
	readonly tooltip: string;
	readonly tone?: 'plain' | 'warning' | 'error';
}

export interface StatusItem {
	readonly id: string;
	readonly side: 'left' | 'right';
	readonly order: number;
	/** Command that a click runs. */
	readonly command?: string;
	/** What to show now; null shows nothing. */
	readonly show: (facts: StatusFacts) => StatusText | null;
}

/** What quick open (Ctrl/Cmd+P) lists besides the views, e.g. one entry per table. */
export interface QuickEntries {
	readonly id: string;
	readonly heading: string;
	readonly list: (facts: StatusFacts) => readonly QuickEntry[];
}
export interface QuickEntry {
	readonly id: string;
	readonly label: string;
	readonly detail: string;
	readonly icon: string;
	/** Command to run with `argument`. */
	readonly command: string;
	readonly argument: unknown;
}

/** Which command opens the problems of one kind of source; it gets the Problem as its argument. */
export interface ProblemOpener {
	readonly kind: Problem['source']['kind'];
	readonly command: string;
}

/** A way to mend the problems of a code, offered beside them; the command gets the Problem as its argument. */
export interface ProblemAction {
	readonly code: string;
	readonly label: string;
	readonly command: string;
}

/** What a feature adds. One file `features/<feature>/<feature>.contribution.ts`, one line in contributions.ts. */
export interface Contribution {
	readonly id: string;
	readonly commands?: readonly Command[];
	readonly views?: readonly View[];
	readonly statusItems?: readonly StatusItem[];
	readonly quickEntries?: readonly QuickEntries[];
	readonly problemOpeners?: readonly ProblemOpener[];
	readonly problemActions?: readonly ProblemAction[];
	/** Codes of warnings that may be put aside, because they are advice. */
	readonly dismissibleProblems?: readonly string[];
}
