import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NotificationStore } from '../../../renderer/workbench/notifications/NotificationStore.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const undo = [{ label: 'Undo', run: () => undefined }];
const messagesOf = (store: NotificationStore) => store.shown.get().map(({ message }) => message);

test('sentences go after 8 seconds, those with actions after 20, errors stay', () => {
	const store = new NotificationStore();
	store.show('info', 'Copied.');
	store.show('info', 'Removed.', undo);
	store.show('error', 'No room on the disk.');
	vi.advanceTimersByTime(8000);
	expect(messagesOf(store)).toEqual(['Removed.', 'No room on the disk.']);
	vi.advanceTimersByTime(12_000);
	expect(messagesOf(store)).toEqual(['No room on the disk.']);
	vi.advanceTimersByTime(3_600_000);
	expect(messagesOf(store)).toEqual(['No room on the disk.']);
});

test('none goes while somebody is among them, and their time starts over afterwards', () => {
	const store = new NotificationStore();
	store.show('info', 'Removed.', undo);
	vi.advanceTimersByTime(19_000);
	store.hold(true);
	vi.advanceTimersByTime(60_000);
	expect(messagesOf(store)).toEqual(['Removed.']);
	store.hold(false);
	vi.advanceTimersByTime(19_000);
	expect(messagesOf(store)).toEqual(['Removed.']);
	vi.advanceTimersByTime(1000);
	expect(messagesOf(store)).toEqual([]);
});

test('a sentence that is said again stands there once, with its time anew', () => {
	const store = new NotificationStore();
	store.show('info', 'Copied.');
	vi.advanceTimersByTime(7000);
	store.show('info', 'Copied.');
	vi.advanceTimersByTime(7000);
	expect(messagesOf(store)).toEqual(['Copied.']);
	expect(store.log.get()).toHaveLength(2);
});

test('what went by itself counts as missed until the list is looked at; what was closed does not', () => {
	const store = new NotificationStore();
	store.show('info', 'Copied.');
	vi.advanceTimersByTime(8000);
	store.show('info', 'Removed.', undo);
	store.dismissAll();
	vi.advanceTimersByTime(60_000);
	expect([store.missed.get(), messagesOf(store)]).toEqual([1, []]);
	store.markRead();
	expect(store.missed.get()).toBe(0);
	expect(store.log.get().map(({ message }) => message)).toEqual(['Copied.', 'Removed.']);
});

test('closing all leaves the long work that is under way', async () => {
	const store = new NotificationStore();
	let finish = () => undefined as void;
	const work = store.withProgress('Exporting', () => new Promise<void>((resolve) => (finish = resolve)));
	await vi.advanceTimersByTimeAsync(300);
	store.show('error', 'No room on the disk.');
	store.dismissAll();
	expect(messagesOf(store)).toEqual(['Exporting']);
	finish();
	await work;
	expect(messagesOf(store)).toEqual([]);
});
