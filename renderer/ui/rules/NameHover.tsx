import './rules.css';

interface NameHoverProps {
	readonly title: string;
	readonly description: string;
	readonly code: string;
}

/** A function, or a segment that is referred to. */
export function NameHover({ title, description, code }: NameHoverProps) {
	return (
		<div className="rule-hover">
			<strong className="rule-hover-title">{title}</strong>
			{description !== '' && <p>{description}</p>}
			<code>{code}</code>
		</div>
	);
}
