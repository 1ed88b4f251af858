import type { ContextKeys } from '../../../renderer/workbench/contextKeys.ts';

const idle: ContextKeys = {
	hasProject: false,
	isReadOnly: false,
	hasTables: false,
	hasCustomers: false,
	hasSegments: false,
	hasSelectedSegment: false,
	hasSelectedNumber: false,
	canUndo: false,
	canRedo: false,
	isConnected: false,
	hasNotifications: false,
	isDesktop: false,
	isTextFocused: false,
	activeEditor: '',
	activeSideBarView: '',
	isSideBarVisible: true,
	isPanelVisible: false,
	theme: 'system',
	baseline: 'rest',
};

/** A context in which nothing holds but what is given. */
export function contextFixture(change: Partial<ContextKeys>): ContextKeys {
	return { ...idle, ...change };
}
