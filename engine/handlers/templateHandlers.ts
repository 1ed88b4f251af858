import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { templateFile, type MappingTemplate } from '#shared/model/mappingTemplate.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { templateMethods } from '#shared/protocol/templateMethods.ts';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';

/** Mapping templates live in the preferences of the app, so that they serve every project on the machine. */
export function templateHandlers({ preferences }: HandlerContext): Pick<Handlers, keyof typeof templateMethods> {
	const read = async () => (await preferences.read()).mappingTemplates ?? [];
	const write = async (mappingTemplates: MappingTemplate[]) => {
		const written = await preferences.write({ mappingTemplates });
		return { templates: written.mappingTemplates ?? [] };
	};
	const find = async (id: string) => {
		const templates = await read();
		const template = templates.find((entry) => entry.id === id);
		if (!template) {
			throw new EngineError('not-found', 'This template is not there any more. It may have been deleted.');
		}
		return { templates, template };
	};

	return {
		'templates.list': async () => ({ templates: await read() }),
		'templates.save': async (saved) => {
			const template = { ...saved, id: randomUUID(), savedAt: new Date().toISOString() };
			return write(merged(await read(), [template]));
		},
		'templates.rename': async ({ id, name }) => {
			const { templates, template } = await find(id);
			if (templates.some((entry) => entry.name === name && entry.id !== id)) {
				throw new EngineError('conflict', `There is a template called ${name} already. Choose another name.`);
			}
			return write(templates.map((entry) => (entry === template ? { ...template, name } : entry)));
		},
		'templates.delete': async ({ id }) => {
			const { templates, template } = await find(id);
			return write(templates.filter((entry) => entry !== template));
		},
		'templates.export': async ({ path, ids }) => {
			const templates = (await read()).filter(({ id }) => ids.includes(id));
			const file = { format: 'tranche-mapping-templates', version: 1, templates };
			await writeFile(path, `${JSON.stringify(file, null, '\t')}\n`, { flag: 'wx' }).catch((error: unknown) => {
				throw cannotWrite(path, error);
			});
			return { path };
		},
		'templates.import': async ({ path }) => {
			const added = await templatesOf(path);
			return { ...(await write(merged(await read(), added))), imported: added.length };
		},
	};
}

/** Templates of the same name are the same template: the added one counts. */
function merged(known: readonly MappingTemplate[], added: readonly MappingTemplate[]): MappingTemplate[] {
	const names = new Set(added.map(({ name }) => name));
	return [...known.filter(({ name }) => !names.has(name)), ...added];
}

async function templatesOf(path: string): Promise<MappingTemplate[]> {
	const text = await readFile(path, 'utf8').catch((error: unknown) => {
		throw new EngineError('data', `${path} cannot be read. Check that it exists and that you may read it.`, {
			cause: error,
		});
	});
	const parsed = templateFile.safeParse(jsonOf(text));
	if (!parsed.success) {
		throw new EngineError('data', `${path} does not hold mapping templates. Choose a file that Tranche exported.`);
	}
	return parsed.data.templates.map((template) => ({ ...template, id: randomUUID() }));
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function cannotWrite(path: string, error: unknown): EngineError {
	const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
	return isThere
		? new EngineError('conflict', `${path} is there already. Choose another name.`)
		: new EngineError('data', `${path} cannot be written. Check the folder and its permissions.`, { cause: error });
}
