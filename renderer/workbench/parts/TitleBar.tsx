import { useProject } from '../../engine/useProject.ts';
import { Icon } from '../../ui/Icon.tsx';
import { keyLabel } from '../keys.ts';
import { useWorkbench } from '../useServices.ts';
import { MenuBar } from './MenuBar.tsx';
import './TitleBar.css';

/** Menus (the desktop shell has its own), the command centre with the project's name, and the switches of the parts. */
export function TitleBar() {
	const { desktop, dialogs, layout, isMac } = useWorkbench();
	const project = useProject();
	const name = project?.name ?? 'No project';
	return (
		<header className="title-bar" data-part="title">
			<h1 className="visually-hidden">Tranche: {name}</h1>
			<div className="title-bar-side">{!desktop && <MenuBar />}</div>
			<button
				type="button"
				className="command-center"
				title={`Go to a table, segment or view (${keyLabel('Mod+P', isMac)})`}
				onClick={() => dialogs.openPalette('quick')}
			>
				<Icon name="search" />
				<span>{name}</span>
				{project?.isReadOnly && <span className="command-center-note">read-only</span>}
			</button>
			<div className="title-bar-side title-bar-actions">
				<LayoutButton icon="layout-sidebar-left" label="Side bar" keys="Mod+B" onClick={() => layout.toggleSideBar()} />
				<LayoutButton icon="layout-panel" label="Panel" keys="Mod+J" onClick={() => layout.togglePanel()} />
			</div>
		</header>
	);
}

interface LayoutButtonProps {
	readonly icon: string;
	readonly label: string;
	readonly keys: string;
	readonly onClick: () => void;
}

function LayoutButton({ icon, label, keys, onClick }: LayoutButtonProps) {
	const { isMac } = useWorkbench();
	const text = `Show or hide the ${label.toLowerCase()}`;
	return (
		<button
			type="button"
			className="icon-button"
			aria-label={text}
			title={`${text} (${keyLabel(keys, isMac)})`}
			onClick={onClick}
		>
			<Icon name={icon} />
		</button>
	);
}
