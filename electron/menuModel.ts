import { z } from 'zod';
import type { MenuEntry, MenuModel } from '#shared/model/desktopApi.ts';

const accelerator = z.string().regex(/^[A-Za-z0-9+\-=[\]\\;',./`]{1,60}$/);

const menuEntry: z.ZodType<MenuEntry> = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('command'),
		id: z.string().max(200),
		label: z.string().max(200),
		accelerator: accelerator.nullable(),
		isEnabled: z.boolean(),
		isChecked: z.boolean().nullable(),
	}),
	z.strictObject({
		kind: z.literal('submenu'),
		label: z.string().max(200),
		get entries() {
			return z.array(menuEntry).max(200);
		},
	}),
	z.strictObject({
		kind: z.literal('role'),
		role: z.enum(['cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen', 'quit']),
	}),
	z.strictObject({ kind: z.literal('separator') }),
]);

/** What the page may send as its menu bar. */
export const menuModel = z.strictObject({
	menus: z
		.array(
			z.strictObject({ id: z.string().max(100), label: z.string().max(100), entries: z.array(menuEntry).max(200) }),
		)
		.max(30),
}) satisfies z.ZodType<MenuModel>;
