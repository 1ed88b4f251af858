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
	/** A text field whose values could stand here: whoever has the data can offer more of them. `items` has those that the field lists. */
	readonly values: WantedValues | null;
}

export interface WantedValues {
	readonly field: string;
	/** What has been typed of the value so far. */
	readonly prefix: string;
	/** The quote around a value. */
	readonly quote: "'" | '"';
}
