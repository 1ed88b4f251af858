/** Every context key the workbench knows, with its value type. `when` clauses can use no other. */
export interface ContextKeys {
	readonly hasProject: boolean;
	readonly isReadOnly: boolean;
	readonly hasTables: boolean;
	/** Customers in the base. */
	readonly hasCustomers: boolean;
	readonly hasSegments: boolean;
	readonly hasSelectedSegment: boolean;
	readonly hasSelectedNumber: boolean;
	readonly canUndo: boolean;
	readonly canRedo: boolean;
	readonly isConnected: boolean;
	/** A notification is on the screen. */
	readonly hasNotifications: boolean;
	readonly isDesktop: boolean;
	/** The caret is in a text field or a code editor, which have an undo of their own. */
	readonly isTextFocused: boolean;
	/** View id of the active editor tab, '' without one. */
	readonly activeEditor: string;
	readonly activeSideBarView: string;
	readonly isSideBarVisible: boolean;
	readonly isPanelVisible: boolean;
	readonly theme: 'light' | 'dark' | 'system';
	readonly baseline: 'rest' | 'control' | 'everyone';
}

export type When =
	| { readonly op: 'has'; readonly key: keyof ContextKeys }
	| { readonly op: 'is'; readonly key: keyof ContextKeys; readonly value: string | boolean }
	| { readonly op: 'not'; readonly clause: When }
	| { readonly op: 'and'; readonly clauses: readonly When[] };

/** Builds clauses; the compiler refuses unknown keys and values of the wrong type. */
export const when = {
	has: (key: keyof ContextKeys): When => ({ op: 'has', key }),
	is: <K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): When => ({ op: 'is', key, value }),
	not: (clause: When): When => ({ op: 'not', clause }),
	and: (...clauses: readonly When[]): When => ({ op: 'and', clauses }),
};

/** Whether a clause is true in a context. No clause is always true. */
export function holds(clause: When | undefined, context: ContextKeys): boolean {
	if (!clause) {
		return true;
	}
	switch (clause.op) {
		case 'has':
			return Boolean(context[clause.key]);
		case 'is':
			return context[clause.key] === clause.value;
		case 'not':
			return !holds(clause.clause, context);
		case 'and':
			return clause.clauses.every((part) => holds(part, context));
	}
}
