import type { NotificationService } from '../workbench/services.ts';

/** Puts text on the clipboard and says so. `what` begins the sentence: `The scorecard`. */
export async function copyText(notifications: NotificationService, what: string, text: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
		notifications.show('success', `${what} was copied.`);
	} catch {
		notifications.show('error', `${what} could not be copied, because the clipboard is not available.`);
	}
}
