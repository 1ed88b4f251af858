import { app, session, type Session, type WebContents } from 'electron';
import { isInsideApp } from './origin.ts';

/** Must run before the app is ready: the sandbox for every renderer, and no host name that resolves. */
export function lockDownProcess(): void {
	app.enableSandbox();
	app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
	for (const feature of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
		app.commandLine.appendSwitch(feature);
	}
	app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}

/** Requests beyond the app are cancelled; permissions are refused, but for putting text and pictures on the clipboard. */
export function lockDownSession(target: Session = session.defaultSession): void {
	target.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isInsideApp(details.url) }));
	target.setPermissionRequestHandler((_contents, permission, callback) => callback(isGranted(permission)));
	target.setPermissionCheckHandler((_contents, permission) => isGranted(permission));
	target.setDevicePermissionHandler(() => false);
	// Checking the spelling would fetch dictionaries.
	target.setSpellCheckerEnabled(false);
}

function isGranted(permission: string): boolean {
	return permission === 'clipboard-sanitized-write';
}

/** The page stays where it is, opens no windows and embeds nothing. */
function lockDownContents(contents: WebContents): void {
	contents.setWindowOpenHandler(() => ({ action: 'deny' }));
	contents.on('will-navigate', (event) => event.preventDefault());
	contents.on('will-redirect', (event) => event.preventDefault());
	contents.on('will-attach-webview', (event) => event.preventDefault());
}
