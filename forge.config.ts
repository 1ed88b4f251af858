import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MakerBase, type MakerOptions } from '@electron-forge/maker-base';
import { FusesPlugin } from '@electron-forge/plugin-fuses';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { Arch, build, Platform, type Configuration } from 'electron-builder';

const name = 'Tranche';
const appBundleId = 'app.tranche.desktop';
const projectFiles = { ext: 'tranche', name: 'Tranche project', role: 'Editor' } as const;

/** What ships: the built app and its manifest. No node_modules: every package is in the bundles. */
const shipped = /^\/(package\.json|dist|dist\/(electron|engine|renderer|native)(\/.*)?)$/;

const platforms: Readonly<Record<string, Platform>> = {
	win32: Platform.WINDOWS,
	darwin: Platform.MAC,
	linux: Platform.LINUX,
};
const architectures: Readonly<Record<string, Arch>> = { x64: Arch.x64, arm64: Arch.arm64 };

/** Forge packages the app; electron-builder makes installers of the packaged folder. */
class InstallerMaker extends MakerBase<Configuration> {
	override name = 'electron-builder';
	override defaultPlatforms = ['win32' as const, 'darwin' as const, 'linux' as const];

	override isSupportedOnCurrentPlatform(): boolean {
		return true;
	}

	override make({ dir, makeDir, targetArch, targetPlatform }: MakerOptions): Promise<string[]> {
		const platform = platforms[targetPlatform];
		const arch = architectures[targetArch];
		if (platform === undefined || arch === undefined) {
			throw new Error(`There are no installers for ${targetPlatform} on ${targetArch}.`);
		}
		return build({
			prepackaged: resolve(dir),
			targets: platform.createTarget(null, arch),
			publish: 'never',
			config: { ...this.config, directories: { output: makeDir, buildResources: resolve('build/icons') } },
		});
	}
}

const config: ForgeConfig = {
	outDir: 'packaged',
	packagerConfig: {
		name,
		executableName: 'tranche',
		appBundleId,
		appCategoryType: 'public.app-category.business',
		icon: 'build/icons/icon',
		// The engine runs threads and a native module from its own folder, so it lies beside the archive.
		asar: { unpack: '*.node', unpackDir: 'dist/engine' },
		ignore: (path) => path !== '' && (!shipped.test(path) || path.endsWith('.map')),
		prune: false,
		afterCopy: [({ buildPath, platform, arch }) => trimEngine(buildPath, platform, arch)],
		extendInfo: {
			CFBundleDocumentTypes: [
				{ CFBundleTypeName: projectFiles.name, CFBundleTypeExtensions: [projectFiles.ext], CFBundleTypeRole: 'Editor' },
			],
		},
		...(process.env['TRANCHE_ELECTRON_ZIPS'] ? { electronZipDir: process.env['TRANCHE_ELECTRON_ZIPS'] } : {}),
	},
	rebuildConfig: { onlyModules: [] },
	hooks: {
		generateAssets: () => {
			execFileSync(process.execPath, [resolve('build/build.ts'), '--if-stale'], { stdio: 'inherit' });
			return Promise.resolve();
		},
	},
	makers: [
		new InstallerMaker({
			appId: appBundleId,
			productName: name,
			npmRebuild: false,
			fileAssociations: projectFiles,
			win: { target: ['nsis'], icon: 'icon.ico' },
			nsis: { oneClick: false, perMachine: false },
			mac: { target: ['dmg'], icon: 'icon.icns' },
			linux: { target: ['AppImage', 'deb', 'tar.gz'], category: 'Office', icon: '512x512.png' },
		}),
	],
	plugins: [
		new FusesPlugin({
			version: FuseVersion.V1,
			strictlyRequireAllFuses: true,
			[FuseV1Options.RunAsNode]: false,
			[FuseV1Options.EnableCookieEncryption]: true,
			[FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
			[FuseV1Options.EnableNodeCliInspectArguments]: false,
			[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
			[FuseV1Options.OnlyLoadAppFromAsar]: true,
			[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
			[FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
			[FuseV1Options.WasmTrapHandlers]: true,
		}),
	],
};
export default config;

/** Leaves the native modules of the target alone, and tells Node outside of the archive that the engine is ES modules. */
function trimEngine(appFolder: string, platform: string, arch: string): void {
	const native = join(appFolder, 'dist', 'native');
	const wanted = [`${platform}-${arch}.node`, ...(platform === 'linux' ? [`linuxmusl-${arch}.node`] : [])];
	for (const file of readdirSync(native).filter((entry) => !wanted.includes(entry))) {
		rmSync(join(native, file));
	}
	writeFileSync(join(appFolder, 'dist', 'engine', 'package.json'), '{ "type": "module" }\n');
}
