import type { ReactNode } from 'react';
import type { Progress } from '#shared/protocol/progress.ts';
import { Button } from './Button.tsx';
import './ProgressBar.css';

interface ProgressBarProps {
	readonly label: string;
	readonly progress: Progress;
	/** Below the bar, e.g. rows and time left. */
	readonly detail?: ReactNode;
	readonly onCancel?: () => void;
}

/** How far long work has come, with Cancel. Without a known total the bar moves to and fro. */
export function ProgressBar({ label, progress, detail, onCancel }: ProgressBarProps) {
	const { done, total } = progress;
	const share = total === null || total === 0 ? null : Math.min(1, done / total);
	return (
		<div className="progress">
			<div className="progress-line">
				<div
					className="progress-track"
					role="progressbar"
					aria-label={label}
					aria-valuemin={0}
					aria-valuemax={100}
					aria-valuenow={share === null ? undefined : Math.round(share * 100)}
				>
					<div
						className={share === null ? 'progress-unknown' : 'progress-done'}
						style={share === null ? undefined : { transform: `scaleX(${share})` }}
					/>
				</div>
				{onCancel && <Button onClick={onCancel}>Cancel</Button>}
			</div>
			{detail && <div className="progress-detail number">{detail}</div>}
		</div>
	);
}
