const SHORT = 150;

/** A rule as text; a long one shows its beginning and opens. */
export function RuleText({ rule }: { readonly rule: string }) {
	if (rule.length <= SHORT) {
		return <code>{rule}</code>;
	}
	const end = rule.lastIndexOf(' ', SHORT);
	return (
		<details className="rule-text">
			<summary>
				<code>{`${rule.slice(0, end)} …`}</code>
			</summary>
			<code>{rule}</code>
		</details>
	);
}
