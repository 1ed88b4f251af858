import { buildersContribution } from './features/builders/builders.contribution.ts';
import { cardContribution } from './features/card/card.contribution.ts';
import { fieldsContribution } from './features/fields/fields.contribution.ts';
import { importContribution } from './features/import/import.contribution.ts';
import { joinsContribution } from './features/joins/joins.contribution.ts';
import { liftContribution } from './features/lift/lift.contribution.ts';
import { migrationContribution } from './features/migration/migration.contribution.ts';
import { overlapContribution } from './features/overlap/overlap.contribution.ts';
import { qualityContribution } from './features/quality/quality.contribution.ts';
import { quarantineContribution } from './features/quarantine/quarantine.contribution.ts';
import { reimportContribution } from './features/reimport/reimport.contribution.ts';
import { scorecardContribution } from './features/scorecard/scorecard.contribution.ts';
import { segmentsContribution } from './features/segments/segments.contribution.ts';
import { sqlContribution } from './features/sql/sql.contribution.ts';
import { tablesContribution } from './features/tables/tables.contribution.ts';
import { templatesContribution } from './features/templates/templates.contribution.ts';
import { versionsContribution } from './features/versions/versions.contribution.ts';
import { welcomeContribution } from './features/welcome/welcome.contribution.ts';
import type { StartViews } from './workbench/layout/StartViews.ts';
import { workbenchContribution } from './workbench/workbench.contribution.ts';

/** Every feature, in menu order. Adding a feature is a folder and one line here. */
export const contributions = [
	workbenchContribution,
	welcomeContribution,
	importContribution,
	tablesContribution,
	joinsContribution,
	templatesContribution,
	qualityContribution,
	quarantineContribution,
	reimportContribution,
	segmentsContribution,
	fieldsContribution,
	buildersContribution,
	versionsContribution,
	overlapContribution,
	migrationContribution,
	scorecardContribution,
	liftContribution,
	cardContribution,
	sqlContribution,
] as const;

/** The editor tabs that a project without a remembered layout begins with. */
export const startViews: StartViews = {
	withoutProject: ['welcome.start'],
	withoutData: ['import.files'],
	withData: ['segments.editor', 'scorecard'],
};
