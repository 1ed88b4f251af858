import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon } from './Icon.tsx';
import './Button.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
	readonly kind?: 'primary' | 'secondary' | 'link' | 'danger';
	/** A codicon name. */
	readonly icon?: string;
	readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'secondary', icon, children, className = '', ...rest }: ButtonProps) {
	return (
		<button type="button" className={`button button-${kind} ${className}`} {...rest}>
			{icon && <Icon name={icon} />}
			<span>{children}</span>
		</button>
	);
}
