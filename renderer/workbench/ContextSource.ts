import type { EngineSession } from '../engine/EngineSession.ts';
import { isSameData } from '../engine/isSameData.ts';
import { Store } from '../engine/Store.ts';
import type { ContextKeys } from './contextKeys.ts';
import type { LayoutStore } from './layout/LayoutStore.ts';
import type { NotificationStore } from './notifications/NotificationStore.ts';

/** Keeps the context keys up with the session, the layout, the notifications and the focus. */
export class ContextSource {
	readonly state: Store<ContextKeys>;
	private readonly session: EngineSession;
	private readonly layout: LayoutStore;
	private readonly notifications: NotificationStore;
	private readonly isDesktop: boolean;
	private readonly subscriptions: readonly (() => void)[];

	constructor(session: EngineSession, layout: LayoutStore, notifications: NotificationStore, isDesktop: boolean) {
		this.session = session;
		this.layout = layout;
		this.notifications = notifications;
		this.isDesktop = isDesktop;
		this.state = new Store(this.read());
		const stores = [
			session.project,
			session.connection,
			session.draft.state,
			session.draft.isUnsaved,
			session.settings.state,
			session.selection.state,
			session.preferences.state,
			layout.state,
			layout.activeEditor,
			notifications.shown,
		];
		this.subscriptions = stores.map((store) => store.subscribe(this.refresh));
		document.addEventListener('focusin', this.refresh);
		document.addEventListener('focusout', this.refresh);
	}

	close(): void {
		for (const end of this.subscriptions) {
			end();
		}
		document.removeEventListener('focusin', this.refresh);
		document.removeEventListener('focusout', this.refresh);
	}

	readonly refresh = (): void => {
		const next = this.read();
		if (!isSameData(next, this.state.get())) {
			this.state.set(next);
		}
	};

	private read(): ContextKeys {
		const project = this.session.project.get();
		const selection = this.session.selection.state.get();
		const layout = this.layout.state.get();
		return {
			hasProject: project !== null,
			isReadOnly: project?.isReadOnly ?? false,
			hasTables: (project?.tables.length ?? 0) > 0,
			hasCustomers: (project?.customers ?? 0) > 0,
			hasSegments: this.session.draft.state.get().segments.length > 0,
			hasSelectedSegment: selection.segmentId !== null,
			hasSelectedNumber: selection.number !== null,
			canUndo: (project?.undoLabel ?? null) !== null || this.session.draft.isUnsaved.get(),
			canRedo: (project?.redoLabel ?? null) !== null,
			isConnected: this.session.connection.get().kind === 'connected',
			hasNotifications: this.notifications.shown.get().some(({ task }) => !task),
			isDesktop: this.isDesktop,
			isTextFocused: isTextField(document.activeElement),
			activeEditor: this.layout.activeEditor.get(),
			activeSideBarView: layout.sideBarView,
			isSideBarVisible: layout.isSideBarVisible,
			isPanelVisible: layout.isPanelVisible,
			theme: this.session.preferences.state.get().theme,
			baseline: this.session.settings.state.get().baseline,
		};
	}
}

function isTextField(element: Element | null): boolean {
	if (element instanceof HTMLInputElement) {
		return !['checkbox', 'radio', 'button', 'range'].includes(element.type);
	}
	return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}
