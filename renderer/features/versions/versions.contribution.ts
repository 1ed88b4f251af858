import type { Contribution } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import { fileCommands } from './fileCommands.ts';
import { sqlCommands } from './sqlCommands.ts';
import { sideOfParam, sideTabTitle } from './side.ts';
import { versionCommands } from './versionCommands.ts';

export const versionsContribution: Contribution = {
	id: 'versions',
	commands: [...versionCommands, ...fileCommands, ...sqlCommands],
	views: [
		{
			id: 'versions',
			title: 'Versions',
			icon: 'history',
			location: 'sidebar',
			order: 25,
			when: when.has('hasProject'),
			actions: ['versions.save', 'versions.compareWithLast'],
			load: async () => (await import('./VersionsView.tsx')).VersionsView,
		},
		{
			id: 'versions.version',
			title: 'Version',
			icon: 'history',
			location: 'editor',
			order: 22,
			isHidden: true,
			titleOf: ({ versionId }, { project }) => sideTabTitle(sideOfParam(versionId), project?.versions ?? []),
			load: async () => (await import('./VersionView.tsx')).VersionView,
		},
		{
			id: 'versions.compare',
			title: 'Compare versions',
			icon: 'git-compare',
			location: 'editor',
			order: 23,
			when: when.has('hasProject'),
			load: async () => (await import('./CompareView.tsx')).CompareView,
		},
	],
};
