import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ErrorState } from '../../ui/ErrorState.tsx';

interface ErrorBoundaryProps {
	/** What failed, in the user's words: the title of the view. */
	readonly what: string;
	readonly children: ReactNode;
}

interface ErrorBoundaryState {
	readonly error: Error | null;
}

/** Keeps a fault of one view from taking the others with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
	override state: ErrorBoundaryState = { error: null };

	static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
		return { error: error instanceof Error ? error : new Error(String(error)) };
	}

	override componentDidCatch(error: unknown, info: ErrorInfo): void {
		console.error(error, info.componentStack);
	}

	override render(): ReactNode {
		const { error } = this.state;
		if (!error) {
			return this.props.children;
		}
		const sentence = new Error(`${this.props.what} could not be shown. ${error.message}`);
		return <ErrorState error={sentence} onRetry={() => this.setState({ error: null })} />;
	}
}
