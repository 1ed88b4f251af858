import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { menuModel } from '../menuModel.ts';
import { useContextKeys, useWorkbench } from '../useServices.ts';
import { Menu } from './Menu.tsx';

/** The in-app menu bar, drawn from the same model as the native one. Arrow keys, Escape and F10 work as in any menu bar. */
export function MenuBar() {
	const { registry, isMac } = useWorkbench();
	const { menus } = menuModel(registry, useContextKeys(), isMac);
	const [openId, setOpenId] = useState<string | null>(null);
	const [stopId, setStopId] = useState(menus[0]?.id ?? '');
	const bar = useRef<HTMLDivElement>(null);

	useEffect(() => {
		const onPointerDown = (event: PointerEvent) => {
			if (event.target instanceof Node && !bar.current?.contains(event.target)) {
				setOpenId(null);
			}
		};
		window.addEventListener('pointerdown', onPointerDown);
		return () => window.removeEventListener('pointerdown', onPointerDown);
	}, []);

	const titleOf = (id: string) => bar.current?.querySelector<HTMLElement>(`[data-menu="${id}"]`);
	const move = (step: number) => {
		const at = menus.findIndex((menu) => menu.id === (openId ?? stopId));
		const next = menus[(at + step + menus.length) % menus.length];
		if (next) {
			setStopId(next.id);
			setOpenId(openId === null ? null : next.id);
			titleOf(next.id)?.focus();
		}
	};
	const close = (isFocusKept: boolean) => {
		if (isFocusKept && openId) {
			titleOf(openId)?.focus();
		}
		setOpenId(null);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const act = {
			ArrowLeft: () => move(-1),
			ArrowRight: () => move(1),
			Escape: () => close(true),
			ArrowDown: () => openId === null && setOpenId(stopId),
		}[event.key];
		if (act) {
			event.preventDefault();
			act();
		}
	};

	return (
		<div ref={bar} className="menu-bar" role="menubar" aria-label="Menus" onKeyDown={onKeyDown}>
			{menus.map((menu) => (
				<div key={menu.id} className="menu-bar-menu" role="none">
					<button
						type="button"
						role="menuitem"
						data-menu={menu.id}
						className="menu-bar-title"
						aria-haspopup="menu"
						aria-expanded={openId === menu.id}
						tabIndex={menu.id === stopId ? 0 : -1}
						onFocus={() => setStopId(menu.id)}
						onClick={() => setOpenId(openId === menu.id ? null : menu.id)}
						onPointerEnter={() => openId !== null && setOpenId(menu.id)}
					>
						{menu.label}
					</button>
					{openId === menu.id && <Menu label={menu.label} entries={menu.entries} onClose={close} />}
				</div>
			))}
		</div>
	);
}
