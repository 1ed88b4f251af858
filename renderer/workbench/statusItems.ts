import { assertNever } from '#shared/base/assertNever.ts';
import { counted } from '#shared/base/counted.ts';
import { format } from '../ui/format.ts';
import { baselineChoices } from './commands/baselineChoices.ts';
import type { StatusItem } from './contribution.ts';

/** The workbench's own entries of the status bar. */
export const statusItems: readonly StatusItem[] = [
	{
		id: 'workbench.offline',
		side: 'left',
		order: 1,
		show({ connection: { kind } }) {
			switch (kind) {
				case 'connected':
					return {
						text: 'Offline',
						icon: 'lock',
						tooltip: 'Nothing leaves this computer: Tranche makes no network connections.',
					};
				case 'connecting':
					return {
						text: 'Reconnecting…',
						icon: 'sync',
						tooltip: 'The engine is being started again.',
						tone: 'warning',
					};
				case 'failed':
					return null;
				default:
					return assertNever(kind);
			}
		},
	},
	{
		id: 'workbench.engineStopped',
		side: 'left',
		order: 1,
		command: 'workbench.restartEngine',
		show: ({ connection }) =>
			connection.kind === 'failed'
				? {
						text: 'The engine has stopped',
						icon: 'error',
						tooltip: `${connection.message} Start it again.`,
						tone: 'error',
					}
				: null,
	},
	{
		id: 'workbench.problems',
		side: 'left',
		order: 2,
		command: 'workbench.showProblems',
		show: ({ project, problems }) => {
			const errors = problems.filter((problem) => problem.severity === 'error').length;
			const others = problems.length - errors;
			return project
				? {
						text: `${format.count(errors)}  ⚠ ${format.count(others)}`,
						icon: 'error',
						tooltip: `${counted(errors, 'error')}, ${counted(others, 'warning or note', 'warnings and notes')}. Show the problems.`,
					}
				: null;
		},
	},
	{
		id: 'workbench.analysing',
		side: 'left',
		order: 3,
		show: ({ isAnalysing, analysis }) =>
			isAnalysing
				? { text: 'Calculating…', icon: 'sync', tooltip: 'The figures are being calculated.' }
				: analysis && {
						text: format.duration(analysis.durationMs),
						icon: 'zap',
						tooltip: `All figures were calculated in ${format.duration(analysis.durationMs)}.`,
					},
	},
	{
		id: 'workbench.asOf',
		side: 'right',
		order: 1,
		command: 'workbench.openSettings',
		show: ({ project, settings }) =>
			project?.asOf
				? {
						text: `As of ${format.date(settings.asOf ?? project.asOf)}`,
						icon: 'calendar',
						tooltip: `As-of date ${format.date(settings.asOf ?? project.asOf)}${settings.asOf ? '' : ', taken from the data'}. Open the settings.`,
					}
				: null,
	},
	{
		id: 'workbench.baseline',
		side: 'right',
		order: 2,
		command: 'workbench.chooseBaseline',
		show: ({ project, settings }) => {
			const choice = baselineChoices.find((entry) => entry.value === settings.baseline);
			return project && choice
				? {
						text: `Baseline: ${choice.label}`,
						icon: 'arrow-swap',
						tooltip: `Segments are compared with: ${choice.label}. ${choice.detail} Choose another baseline.`,
					}
				: null;
		},
	},
	{
		id: 'workbench.customers',
		side: 'right',
		order: 3,
		command: 'tables.showCustomers',
		show: ({ project, analysis }) => {
			const excluded = analysis?.excluded.people ?? 0;
			return project && project.customers > 0
				? {
						text:
							counted(project.customers, 'customer') + (excluded === 0 ? '' : `, ${format.count(excluded)} excluded`),
						icon: 'person',
						tooltip: `${counted(project.customers - excluded, 'customer')} in the base${excluded === 0 ? '' : `, ${format.count(excluded)} excluded from every figure`}. Show them.`,
					}
				: null;
		},
	},
	{
		id: 'workbench.segments',
		side: 'right',
		order: 4,
		show: ({ project, draft }) =>
			project
				? {
						text: counted(draft.segments.length, 'segment'),
						icon: 'list-ordered',
						tooltip: `${counted(draft.segments.length, 'segment')} and the remainder “${draft.remainder}”.`,
					}
				: null,
	},
];
