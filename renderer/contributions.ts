import { importContribution } from './features/import/import.contribution.ts';
import { tablesContribution } from './features/tables/tables.contribution.ts';
import { welcomeContribution } from './features/welcome/welcome.contribution.ts';
import { workbenchContribution } from './workbench/workbench.contribution.ts';

/** Every feature, in menu order. Adding a feature is a folder and one line here. */
export const contributions = [
	workbenchContribution,
	welcomeContribution,
	importContribution,
	tablesContribution,
] as const;
