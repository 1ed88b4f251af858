import type { ReactNode } from 'react';
import './MoreSettings.css';

interface MoreSettingsProps {
	readonly title: string;
	/** What is set at the moment, in a few words. */
	readonly summary: string;
	readonly children: ReactNode;
}

/** Settings of a builder that few people change: folded away, their state in sight. */
export function MoreSettings({ title, summary, children }: MoreSettingsProps) {
	return (
		<details className="more-settings">
			<summary>
				{title}
				<span className="more-settings-summary">{summary}</span>
			</summary>
			{children}
		</details>
	);
}
