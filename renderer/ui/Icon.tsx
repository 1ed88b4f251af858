interface IconProps {
	/** A codicon name, without the prefix. */
	readonly name: string;
	readonly className?: string;
}

/** A codicon. Decoration only: whatever it says must also be there in words. */
export function Icon({ name, className = '' }: IconProps) {
	return <i className={`codicon codicon-${name} ${className}`} aria-hidden="true" />;
}
