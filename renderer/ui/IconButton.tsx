import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon } from './Icon.tsx';
import './Button.css';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'title'> {
	/** What it does: read out, and shown on hover. */
	readonly label: string;
	/** A codicon name. */
	readonly icon: string;
	readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, className = '', ...rest }: IconButtonProps) {
	return (
		<button type="button" className={`icon-button ${className}`} aria-label={label} title={label} {...rest}>
			<Icon name={icon} />
		</button>
	);
}
