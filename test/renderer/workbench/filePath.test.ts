import { expect, test } from 'vitest';
import { fileName, joinPath, withExtension } from '../../../renderer/workbench/overlays/filePath.ts';

test('a typed path is taken from the folder unless it is absolute', () => {
	expect([
		joinPath('/data/client', 'orders.csv'),
		joinPath('/', 'orders.csv'),
		joinPath('/data', '/other/orders.csv'),
		joinPath('C:\\data', 'orders.csv'),
		joinPath('C:\\data', 'D:\\orders.csv'),
	]).toEqual(['/data/client/orders.csv', '/orders.csv', '/other/orders.csv', 'C:\\data\\orders.csv', 'D:\\orders.csv']);
});

test('an extension is added once', () => {
	expect([
		withExtension('/data/client', 'tranche'),
		withExtension('/data/Client.TRANCHE', 'tranche'),
		withExtension('/data/client', null),
	]).toEqual(['/data/client.tranche', '/data/Client.TRANCHE', '/data/client']);
});

test('the name is the last part of a path of any system', () => {
	expect([fileName('/data/orders.csv'), fileName('C:\\data\\orders.csv'), fileName('/data/')]).toEqual([
		'orders.csv',
		'orders.csv',
		'data',
	]);
});
