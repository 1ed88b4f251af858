import { useMemo } from 'react';
import { migrationChartHeightPx, migrationChartOption } from '#shared/charts/migrationChartOption.ts';
import { flowTable, membersTable, revenueTable } from '#shared/charts/migrationTables.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { NoDataState } from '../../charts/NoDataState.tsx';
import { useChartTheme } from '../../charts/useChartTheme.ts';
import { useDraft } from '../../engine/useDraft.ts';
import { useProject } from '../../engine/useProject.ts';
import { useSettings } from '../../engine/useSettings.ts';
import { useStore } from '../../engine/useStore.ts';
import { Busy } from '../../ui/Busy.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { format } from '../../ui/format.ts';
import { useServices } from '../../workbench/useServices.ts';
import { MigrationFindings } from './MigrationFindings.tsx';
import { MigrationMatrix } from './MigrationMatrix.tsx';
import { migrationSentence } from './migrationSentence.ts';
import { datesOf, migrationState } from './migrationState.ts';
import { MigrationToolbar } from './MigrationToolbar.tsx';
import { MovementTable } from './MovementTable.tsx';
import { shownPlaces } from './shownPlaces.ts';
import { useMigration } from './useMigration.ts';
import './migration.css';

/** The segments at two dates: who moved from where to where, what that did to revenue, and whether a good segment leaks. */
export function MigrationView() {
	const services = useServices();
	const project = useProject();
	const draft = useDraft();
	const theme = useChartTheme();
	const { settings } = useSettings();
	const { measure, from, to, days } = useStore(migrationState);
	const asOf = project?.asOf ?? null;
	const dates = useMemo(
		() => (asOf === null || draft.segments.length === 0 ? null : datesOf({ from, to, days }, asOf)),
		[asOf, from, to, days, draft.segments.length],
	);
	const { value: migration, error, isSlow, retry, cancel } = useMigration(draft, dates);
	const hasRevenue = migration !== null && migration.total.before.revenue !== null;
	const wanted = migration !== null && !hasRevenue ? 'people' : measure;
	const shown = useMemo(() => (migration ? shownPlaces(migration) : []), [migration]);
	const sentence = migration ? migrationSentence(migration, settings) : '';
	const option = useMemo(
		() =>
			migration &&
			migrationChartOption({ migration, measure: wanted, shown, format: settings, description: sentence, theme }),
		[migration, wanted, shown, settings, sentence, theme],
	);
	if (!project || project.customers === 0 || asOf === null) {
		return <NoDataState />;
	}
	if (!dates) {
		return (
			<EmptyState
				icon="arrow-swap"
				title="No segments yet"
				action={
					<Button kind="primary" onClick={() => void services.run('segments.openEditor')}>
						Define segments
					</Button>
				}
			>
				With segments this shows who moved between them from one date to another, and what that did to revenue.
			</EmptyState>
		);
	}
	return (
		<div className="migration" aria-busy={isSlow}>
			<MigrationToolbar dates={dates} measure={wanted} hasRevenue={hasRevenue} />
			{error && <ErrorState error={error} onRetry={retry} />}
			{isSlow && <Busy label="Building the customers of both dates" onCancel={cancel} />}
			{!error && migration && option && (
				<>
					<MigrationFindings migration={migration} />
					<section aria-label="From where to where">
						<p className="migration-sentence">{sentence}</p>
						<h2>From where to where</h2>
						<MigrationMatrix migration={migration} measure={wanted} shown={shown} currency={settings.currency} />
						{shown.length < used(migration.before, migration.after) && (
							<p className="migration-note">
								The {format.count(shown.length)} largest places are shown; the table of the chart lists all.
							</p>
						)}
					</section>
					<ChartFrame
						name="migration chart"
						sentence="The same as bands: left the earlier date, right the later one."
						option={option}
						table={flowTable(migration, settings)}
						heightPx={migrationChartHeightPx(shown)}
					/>
					<MovementTable
						title="Who stayed, entered and left"
						note={`At least and at most: Wilson’s interval of the share at ${format.share(settings.level)}. The chance is McNemar’s exact test of those who entered against those who left, adjusted over the segments.`}
						table={membersTable(migration, settings)}
					/>
					{hasRevenue && (
						<MovementTable
							title="Where the change of revenue comes from"
							note={`Revenue of orders in the ${format.count(migration.days)} days up to each date. The chance is a paired t test of what each customer spent as a member, adjusted over the segments. A rule that reads recent orders takes good buyers in and lets others go: compare a segment with itself over several periods before you act on one.`}
							table={revenueTable(migration, settings)}
						/>
					)}
				</>
			)}
		</div>
	);
}

function used(before: readonly { people: number }[], after: readonly { people: number }[]): number {
	return before.filter(({ people }, place) => people + (after[place]?.people ?? 0) > 0).length;
}
