import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../../engine/store/migrate.ts';
import { migrations, type Migration } from '../../../engine/store/migrations.ts';
import { openDatabase } from '../../../engine/store/openDatabase.ts';
import { ProjectStore } from '../../../engine/store/ProjectStore.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const AT = '2026-01-01T00:00:00.000Z';
const next: Migration = { name: 'owners', sql: 'CREATE TABLE owners (name TEXT NOT NULL) STRICT;' };

function open() {
	const path = join(temporaryFolder(), 'client.tranche');
	ProjectStore.create(path).close();
	const connection = openDatabase(path, false);
	onTestFinished(() => connection.close());
	return { path, connection, files: () => readdirSync(dirname(path)).filter((name) => !name.endsWith('-journal')) };
}

test('an older file is copied beside itself, then brought up to date', () => {
	const { connection, files } = open();
	const copy = migrate(connection, [...migrations, next], AT);
	const version = migrations.length + 1;
	expect(basename(copy ?? '')).toBe(`client.before-v${version}.tranche`);
	expect(files()).toEqual([`client.before-v${version}.tranche`, 'client.tranche']);
	expect(connection.number('PRAGMA user_version')).toBe(version);
	expect(connection.number('SELECT count(*) FROM owners')).toBe(0);
	ProjectStore.open(copy!).close();
});

test('a step that fails leaves the file at the version it had', () => {
	const { connection } = open();
	const broken: Migration = { name: 'broken', sql: 'CREATE TABLE half (a TEXT) STRICT; CREATE NONSENSE;' };
	expect(() => migrate(connection, [...migrations, broken], AT)).toThrow();
	expect(connection.number('PRAGMA user_version')).toBe(migrations.length);
	expect(connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")).toBe(0);
});

test('a file whose steps have other names was written by another program and is left alone', () => {
	const { connection, files } = open();
	expect(() => migrate(connection, [{ name: 'other', sql: '' }, next], AT)).toThrow(/newer version/);
	expect(files()).toEqual(['client.tranche']);
});

test('a file that is up to date is neither copied nor changed', () => {
	const { connection, files } = open();
	expect([migrate(connection, migrations, AT), files()]).toEqual([null, ['client.tranche']]);
});

test('the names of the steps are unique', () => {
	expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
});
