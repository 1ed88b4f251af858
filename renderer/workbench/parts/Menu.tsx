import { useEffect, useRef } from 'react';
import type { MenuEntry } from '#shared/model/desktopApi.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import { keyLabel } from '../keys.ts';
import { useWorkbench } from '../useServices.ts';

interface MenuProps {
	readonly label: string;
	readonly entries: readonly MenuEntry[];
	/** `isFocusKept`: the menu title gets the focus back. */
	readonly onClose: (isFocusKept: boolean) => void;
}

/** An open menu. System roles and the separators around them are left to the native menu. */
export function Menu({ label, entries, onClose }: MenuProps) {
	const { run, isMac } = useWorkbench();
	const menu = useRef<HTMLDivElement>(null);
	const roving = useRovingFocus('vertical');
	const shown = withoutRoles(entries);
	useEffect(() => {
		menu.current?.querySelector<HTMLElement>('.menu-item')?.focus();
	}, []);
	return (
		<div ref={menu} className="menu" role="menu" aria-label={label} onKeyDown={roving}>
			{shown.map((entry, position) =>
				entry.kind === 'command' ? (
					<button
						key={entry.id}
						type="button"
						role={entry.isChecked === null ? 'menuitem' : 'menuitemcheckbox'}
						className="menu-item"
						aria-disabled={!entry.isEnabled}
						aria-checked={entry.isChecked ?? undefined}
						tabIndex={-1}
						onPointerEnter={(event) => event.currentTarget.focus()}
						onClick={() => {
							if (entry.isEnabled) {
								onClose(false);
								void run(entry.id);
							}
						}}
					>
						<span>{entry.isChecked && <Icon name="check" />}</span>
						<span>{entry.label}</span>
						<span className="menu-item-key">
							{entry.accelerator && keyLabel(entry.accelerator.replace('CmdOrCtrl', 'Mod'), isMac)}
						</span>
					</button>
				) : (
					// Separators have nothing else to tell them apart.
					// oxlint-disable-next-line react/no-array-index-key
					<hr key={position} className="menu-separator" />
				),
			)}
		</div>
	);
}

function withoutRoles(entries: readonly MenuEntry[]): readonly MenuEntry[] {
	const plain = entries.filter((entry) => entry.kind === 'command' || entry.kind === 'separator');
	const last = plain.findLastIndex((entry) => entry.kind === 'command');
	return plain.slice(0, last + 1);
}
