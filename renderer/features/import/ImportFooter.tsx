import type { ReactNode } from 'react';
import { counted } from '#shared/base/counted.ts';
import type { ImportPreview } from '#shared/model/importPlan.ts';
import { useProject } from '../../engine/useProject.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useServices } from '../../workbench/useServices.ts';
import type { FileImport } from './FileImport.ts';
import { describeSpeed } from './importSpeed.ts';
import type { ImportStore } from './ImportStore.ts';
import { missingFields } from '../../ui/mapping/missingFields.ts';

interface ImportFooterProps {
	readonly file: FileImport;
	readonly imports: ImportStore;
	readonly preview: ImportPreview;
	readonly remove: ReactNode;
}

/** Import, its progress, and where the rows go. */
export function ImportFooter({ file, imports, preview, remove }: ImportFooterProps) {
	const { run } = useServices();
	const project = useProject();
	const stage = useStore(file.stage);
	const { files } = useStore(imports.state);
	const waiting = files.filter((entry) => !entry.isDone()).length;
	const competing = useStore(imports.kinds).reduce((sum, { others }) => sum + others.length, 0);
	const together = waiting - competing;
	const missing = missingFields(preview.plan.mapping);
	const hasForeignShape = preview.problems.some(({ code }) => code === 'import.shape');
	if (stage.kind === 'importing') {
		return (
			<footer className="import-footer">
				<ProgressBar
					label={`Importing ${preview.plan.tableName}`}
					progress={stage.speed}
					detail={describeSpeed(stage.speed)}
					onCancel={() => file.cancel()}
				/>
			</footer>
		);
	}
	if (stage.kind === 'queued') {
		return (
			<footer className="import-footer">
				<div className="import-actions">
					<span className="import-space">Waits for the imports before it.</span>
					<Button onClick={() => file.cancel()}>Cancel</Button>
				</div>
			</footer>
		);
	}
	const replaced = project ? file.replacedTable() : null;
	return (
		<footer className="import-footer">
			{stage.kind === 'failed' && <ErrorState error={stage.error} />}
			<div className="import-actions">
				{replaced && (
					<>
						<span className="import-replaced">
							Takes the place of {replaced.name} ({counted(replaced.rowsLoaded, 'row')}). Undo brings it back.
						</span>
						<Button onClick={() => void run('reimport.compare', { tableId: replaced.id, paths: pathsOf(preview) })}>
							Compare or add instead
						</Button>
					</>
				)}
				<span className="import-space">
					{hasForeignShape && <span className="field-error">Take the files of another shape out of this table.</span>}
					{missing.length > 0 && (
						<span className="field-error">
							Choose the column for: {missing.map((field) => field.label.toLowerCase()).join(', ')}.
						</span>
					)}
				</span>
				{remove}
				{together > 1 && (
					<Button onClick={() => void imports.importAll()}>
						{competing === 0 ? `Import all ${waiting} files` : `Import ${together} of ${waiting} files`}
					</Button>
				)}
				<Button
					kind="primary"
					disabled={missing.length > 0 || hasForeignShape}
					onClick={() => void imports.start(file)}
				>
					Import
				</Button>
			</div>
		</footer>
	);
}

function pathsOf({ plan }: ImportPreview): string[] {
	return [...new Set([plan.path, ...plan.source.more.map(({ path }) => path)])];
}
