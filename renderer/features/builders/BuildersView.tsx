import { useMemo } from 'react';
import { NoDataState } from '../../charts/NoDataState.tsx';
import { useProject } from '../../engine/useProject.ts';
import { useStore } from '../../engine/useStore.ts';
import { BuilderGallery } from './BuilderGallery.tsx';
import { builderList } from './builderList.ts';
import { builderFields } from './builderFields.ts';
import { chosenBuilder } from './buildersState.ts';
import './builders.css';

/** Segments from a method rather than by hand: choose one, see what it makes of the customers, take it. */
export function BuildersView() {
	const project = useProject();
	const chosenId = useStore(chosenBuilder);
	const withCustom = useMemo(() => project && { ...project, fields: builderFields(project) }, [project]);
	if (!withCustom || withCustom.customers === 0) {
		return <NoDataState />;
	}
	const builder = builderList.find(({ id }) => id === chosenId) ?? builderList[0]!;
	return (
		<div className="builders">
			<h2 className="visually-hidden">Build segments</h2>
			<BuilderGallery builders={builderList} chosenId={builder.id} onChoose={(id) => chosenBuilder.set(id)} />
			<section className="builder-panel" aria-label={builder.title}>
				<builder.Panel key={builder.id} project={withCustom} />
			</section>
		</div>
	);
}
