import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.map': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.ttf': 'font/ttf',
	'.woff': 'font/woff',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
};

export type StaticFile =
	{ readonly status: 200; readonly contentType: string; readonly body: Buffer } | { readonly status: 403 | 404 };

/**
 * A file of the page by the path of its address. What leads out of the folder, by `..`, an absolute path or a link, is 403;
 * what does not exist or has no known type is 404.
 */
export async function staticFile(folder: string, addressPath: string): Promise<StaticFile> {
	const name = decoded(addressPath);
	if (name === null || name.includes('\0') || name.includes('\\') || name.split('/').includes('..')) {
		return { status: 403 };
	}
	const wanted = resolve(folder, name === '/' ? 'index.html' : `.${name}`);
	const contentType = contentTypes[extname(wanted)];
	if (!contentType) {
		return { status: 404 };
	}
	try {
		const [root, path] = await Promise.all([realpath(folder), realpath(wanted)]);
		const inside = relative(root, path);
		if (inside.startsWith('..') || isAbsolute(inside)) {
			return { status: 403 };
		}
		return { status: 200, contentType, body: await readFile(path) };
	} catch {
		return { status: 404 };
	}
}

function decoded(path: string): string | null {
	try {
		return decodeURIComponent(path);
	} catch {
		return null;
	}
}
