/**
 * The architecture as one table: each layer names the layers and packages it may use, and whether it may use Node.
 * Changing a row needs a decision record in docs/decisions. Checked by `npm run check`.
 */
const layers = {
	shared: { uses: [], packages: ['zod', '@lezer/common', '@lezer/lr', '@lezer/highlight', 'echarts'] },
	engine: {
		uses: ['shared'],
		packages: [
			'zod',
			'apache-arrow',
			'better-sqlite3',
			'@stdlib',
			'ws',
			'@msgpack/msgpack',
			'echarts',
			'jsonc-parser',
			'hyparquet',
			'hyparquet-compressors',
			'hyparquet-writer',
			'@types/node',
			'@types/ws',
		],
		node: true,
	},
	electron: { uses: ['shared'], packages: ['electron', 'zod', '@types/node'], node: true },
	renderer: {
		uses: ['shared'],
		packages: [
			'react',
			'react-dom',
			'zod',
			'apache-arrow',
			'echarts',
			'@msgpack/msgpack',
			'dockview-react',
			'dockview-core',
			'dockview',
			'@vscode/codicons',
			'cmdk',
			'@codemirror',
			'@lezer',
			'@tanstack/react-virtual',
			'vite',
		],
	},
};
const names = Object.keys(layers);
const compute = 'frame|rules|metrics|stats|analysis|quality|joins|builders';

const directions = names.flatMap((name) => {
	const { uses, packages, node } = layers[name];
	const others = [...names, 'test', 'build'].filter((other) => other !== name && !uses.includes(other));
	const allowed = packages.map((entry) => entry.replaceAll('/', '\\/')).join('|');
	return [
		{ name: `${name}-direction`, from: { path: `^${name}/` }, to: { path: `^(${others.join('|')})/` } },
		{
			name: `${name}-packages`,
			from: { path: `^${name}/` },
			to: { path: 'node_modules/', pathNot: `node_modules/(@types/)?(${allowed})/` },
		},
		...(node ? [] : [{ name: `${name}-no-node`, from: { path: `^${name}/` }, to: { dependencyTypes: ['core'] } }]),
	];
});

module.exports = {
	forbidden: [
		...directions,
		{ name: 'no-cycles', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
		{ name: 'resolvable', from: {}, to: { couldNotResolve: true } },
		{
			name: 'compute-touches-no-store',
			from: { path: `^engine/(${compute})/` },
			to: { path: '^engine/(store|import|hosts|handlers)/' },
		},
		{
			name: 'only-store-opens-sqlite',
			from: { path: '^engine/', pathNot: '^engine/store/' },
			to: { path: 'node_modules/better-sqlite3/' },
		},
		{
			name: 'features-are-islands',
			from: { path: '^renderer/features/([^/]+)/' },
			to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
		},
		{
			name: 'workbench-knows-no-feature',
			from: { path: '^renderer/(workbench|engine|charts|ui|theme)/' },
			to: { path: '^renderer/features/' },
		},
		{
			name: 'one-file-imports-echarts',
			from: { path: '^renderer/', pathNot: '^renderer/charts/echarts.ts$' },
			to: { path: 'node_modules/echarts/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'shared-echarts-types-only',
			from: { path: '^shared/' },
			to: { path: 'node_modules/echarts/', dependencyTypesNot: ['type-only'] },
		},
	].map((rule) => ({ severity: 'error', ...rule })),
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
		},
	},
};
