import { StandinWindow } from './BrowserWindow.ts';

interface ItemTemplate {
	readonly id?: string;
	readonly label?: string;
	readonly role?: string;
	readonly type?: string;
	readonly enabled?: boolean;
	readonly checked?: boolean;
	readonly accelerator?: string;
	readonly submenu?: readonly ItemTemplate[];
	readonly click?: (item: MenuItem, window: StandinWindow | null, event: object) => void;
}

class MenuItem {
	readonly id: string | undefined;
	readonly label: string;
	readonly role: string | undefined;
	readonly type: string;
	readonly enabled: boolean;
	readonly checked: boolean;
	readonly accelerator: string | undefined;
	readonly submenu: Menu | undefined;
	readonly #click: ItemTemplate['click'];

	constructor(template: ItemTemplate) {
		if (template.label === undefined && template.role === undefined && template.type !== 'separator') {
			throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
		}
		this.id = template.id;
		this.label = template.label ?? template.role ?? '';
		this.role = template.role;
		this.type = template.type ?? (template.submenu ? 'submenu' : 'normal');
		this.enabled = template.enabled ?? true;
		this.checked = template.checked ?? false;
		this.accelerator = template.accelerator;
		this.submenu = template.submenu ? Menu.buildFromTemplate(template.submenu) : undefined;
		this.#click = template.click;
	}

	click(): void {
		if (this.enabled) {
			this.#click?.(this, StandinWindow.getFocusedWindow(), {});
		}
	}
}

/** Electron's native menu as plain data that a test can click. */
class Menu {
	static #application: Menu | null = null;
	readonly items: readonly MenuItem[];

	constructor(items: readonly MenuItem[]) {
		this.items = items;
	}

	static buildFromTemplate(template: readonly ItemTemplate[]): Menu {
		return new Menu(template.map((item) => new MenuItem(item)));
	}

	static setApplicationMenu(menu: Menu | null): void {
		Menu.#application = menu;
	}

	static getApplicationMenu(): Menu | null {
		return Menu.#application;
	}

	getMenuItemById(id: string): MenuItem | null {
		for (const item of this.items) {
			const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
			if (found) {
				return found;
			}
		}
		return null;
	}
}

export { Menu, MenuItem };
