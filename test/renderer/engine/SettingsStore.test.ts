import { expect, test } from 'vitest';
import { defaultSettings } from '#shared/model/settings.ts';
import { SettingsStore } from '../../../renderer/engine/SettingsStore.ts';

test('a change shows at once, and the written settings are followed afterwards', async () => {
	const store = new SettingsStore(async (settings) => store.follow({ ...settings, currency: 'EUR' }));
	const update = store.update({ baseline: 'everyone' });
	expect(store.state.get().baseline).toBe('everyone');
	await update;
	expect(store.state.get()).toEqual({ ...defaultSettings, baseline: 'everyone', currency: 'EUR' });
});

test('a change that cannot be written is taken back, and the caller learns why', async () => {
	const store = new SettingsStore(() => Promise.reject(new Error('The project is read-only.')));
	await expect(store.update({ baseline: 'control' })).rejects.toThrow('The project is read-only.');
	expect(store.state.get()).toEqual(defaultSettings);
});
