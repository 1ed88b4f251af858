import { Store } from '../../engine/Store.ts';

export const tableTabs = ['rows', 'columns', 'mapping', 'quarantine', 'export'] as const;
export type TableTab = (typeof tableTabs)[number];

/** Which tab of each table viewer is in front, by table id; rows where nothing was chosen. */
export const openTabs = new Store<Readonly<Record<number, TableTab>>>({});

export function showTab(tableId: number, tab: TableTab): void {
	openTabs.update((tabs) => ({ ...tabs, [tableId]: tab }));
}
