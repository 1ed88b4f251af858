/**
 * Where a worker's file is: the `.ts` beside its starter when the sources run as they are, else the bundle of the
 * same name beside the engine's bundle.
 */
export function workerUrl(starterUrl: string, name: string): URL {
	return new URL(`./${name}.${starterUrl.endsWith('.ts') ? 'ts' : 'js'}`, starterUrl);
}
