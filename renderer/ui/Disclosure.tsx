import { useState, type ReactNode } from 'react';

interface DisclosureProps {
	readonly summary: ReactNode;
	readonly className?: string;
	readonly isOpenAtFirst?: boolean;
	readonly children: ReactNode;
}

/** A part that opens. What is in it is made when it first opens, because it may hold thousands of choices. */
export function Disclosure({ summary, className, isOpenAtFirst = false, children }: DisclosureProps) {
	const [isOpen, setOpen] = useState(isOpenAtFirst);
	const [wasOpen, setWasOpen] = useState(isOpenAtFirst);
	return (
		<details
			className={className}
			open={isOpen}
			onToggle={({ currentTarget }) => {
				setOpen(currentTarget.open);
				setWasOpen((was) => was || currentTarget.open);
			}}
		>
			<summary>{summary}</summary>
			{wasOpen && children}
		</details>
	);
}
