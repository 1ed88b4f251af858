import { previewSource } from '../../../../engine/import/previewSource.ts';
import { runImport } from '../../../../engine/import/runImport.ts';
import { setScratchRoot } from '../../../../engine/import/source/ScratchFolder.ts';
import { MemorySink } from '../MemorySink.ts';

/** A process that says when its working copy is half written, and waits to be killed. */
const [path = '', scratchRoot = ''] = process.argv.slice(2);
setScratchRoot(scratchRoot);
const { plan } = await previewSource(path, {});
await runImport(plan, new MemorySink(), {
	onProgress: ({ phase, done, total }) => {
		if (phase === 'preparing' && done > total / 3) {
			process.stdout.write('half\n');
			// Nothing of this process runs any more until it is killed.
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20_000);
		}
	},
});
