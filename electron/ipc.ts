import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { z } from 'zod';
import { isTrustedSender } from './origin.ts';

/** Answers calls of our own page, and of nobody else; arguments are checked before the handler sees them. */
export function answer<S extends z.ZodType>(
	channel: string,
	schema: S,
	handler: (argument: z.output<S>, contents: WebContents) => unknown,
): void {
	ipcMain.handle(channel, (event, argument: unknown) => {
		refuseStrangers(event, channel);
		return handler(schema.parse(argument), event.sender);
	});
}

/** Like `answer`, for messages without an answer. What does not fit is logged and dropped. */
export function listen<S extends z.ZodType>(
	channel: string,
	schema: S,
	handler: (argument: z.output<S>, contents: WebContents) => void,
): void {
	ipcMain.on(channel, (event, argument: unknown) => {
		refuseStrangers(event, channel);
		const parsed = schema.safeParse(argument);
		if (parsed.success) {
			handler(parsed.data, event.sender);
		} else {
			console.error(`A message on ${channel} was dropped: ${parsed.error.message}`);
		}
	});
}

function refuseStrangers(event: IpcMainEvent | IpcMainInvokeEvent, channel: string): void {
	if (!isTrustedSender(event.senderFrame)) {
		throw new Error(`${channel} answers only the page of Tranche.`);
	}
}
