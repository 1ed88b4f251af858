import { createRoot } from 'react-dom/client';
import '@vscode/codicons/dist/codicon.css';
import 'dockview-react/dist/styles/dockview.css';
import './theme/tokens.css';
import './theme/highContrast.css';
import './theme/base.css';
import { EngineError } from '#shared/protocol/envelope.ts';
import { contributions, startViews } from './contributions.ts';
import { desktopApi } from './engine/desktopApi.ts';
import { EngineContext } from './engine/EngineContext.ts';
import { EngineSession } from './engine/EngineSession.ts';
import { openPort } from './engine/openPort.ts';
import { ThemeStore } from './theme/ThemeStore.ts';
import { ThemeContext } from './theme/useTheme.ts';
import { createServices } from './workbench/createServices.ts';
import { NotificationStore } from './workbench/notifications/NotificationStore.ts';
import { createRegistry } from './workbench/registry.ts';
import { ServicesContext } from './workbench/useServices.ts';
import { Workbench } from './workbench/Workbench.tsx';

const desktop = desktopApi();
const notifications = new NotificationStore();
const session = new EngineSession(() => openPort(desktop), {
	onRestarted: (message) => notifications.show('warning', message),
	onError: (error) => notifications.showError(error),
});
const services = createServices(createRegistry(contributions), session, notifications, desktop, startViews);

const theme = new ThemeStore(session.preferences.state);

// What was typed in the last moment is written before the page goes.
window.addEventListener('pagehide', () => void session.draft.flush());

// Nobody waits for some calls to the engine. That it is gone is said by the window; any other fault is shown, and goes on
// to the console as it would have.
window.addEventListener('unhandledrejection', (event) => {
	const reason: unknown = event.reason;
	if (reason instanceof EngineError && (reason.code === 'engine-gone' || reason.code === 'cancelled')) {
		event.preventDefault();
	}
	notifications.showError(reason);
});

const root = document.getElementById('root');
if (!root) {
	throw new Error('index.html has no element with the id root');
}
createRoot(root).render(
	<EngineContext value={session}>
		<ServicesContext value={services}>
			<ThemeContext value={theme.kind}>
				<Workbench />
			</ThemeContext>
		</ServicesContext>
	</EngineContext>,
);
