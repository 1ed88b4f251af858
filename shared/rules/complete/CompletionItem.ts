export interface CompletionItem {
	/** What the list shows, and what typing is matched against. */
	readonly label: string;
	/** What replaces the text from `from` to `to`. */
	readonly insert: string;
	readonly kind: 'field' | 'value' | 'operator' | 'function' | 'keyword';
	/** Short: the type of a field, the signature of a function. */
	readonly detail: string;
	readonly description: string;
}

export interface RuleCompletion {
	readonly from: number;
	readonly to: number;
	readonly items: readonly CompletionItem[];
}
