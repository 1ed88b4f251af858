import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './EmptyState.css';

interface ErrorStateProps {
	/** Its message is the sentence that is shown. */
	readonly error: Error;
	readonly onRetry?: () => void;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
	return (
		<div className="error-state" role="alert">
			<Icon name="error" />
			<span className="error-state-text">{error.message}</span>
			{onRetry && (
				<Button icon="refresh" onClick={onRetry}>
					Try again
				</Button>
			)}
		</div>
	);
}
