import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './EmptyState.css';

interface EmptyStateProps {
	readonly icon: string;
	/** What is not there, in a few words. */
	readonly title: string;
	/** Why, and what the next step brings. */
	readonly children: ReactNode;
	/** The one next step. */
	readonly action?: ReactNode;
}

/** Stands where there is nothing to show yet, with one clear next step. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
	return (
		<div className="empty-state">
			<Icon name={icon} className="empty-state-icon" />
			<h2 className="empty-state-title">{title}</h2>
			<p className="empty-state-text">{children}</p>
			{action}
		</div>
	);
}
