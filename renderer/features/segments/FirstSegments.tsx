import type { FrameField } from '#shared/model/frameField.ts';
import { useDraftActions } from '../../engine/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { addSegment } from './draftChanges.ts';
import { exampleSegments, type ExampleSegment } from './exampleSegments.ts';

export interface FirstSegmentsProps {
	readonly fields: readonly FrameField[];
	readonly isReadOnly: boolean;
}

/** Stands where there are no segments yet: begin with an empty one, or with an example that fits the data. */
export function FirstSegments({ fields, isReadOnly }: FirstSegmentsProps) {
	const services = useServices();
	const { updateDraft } = useDraftActions();
	const examples = exampleSegments(fields);
	const add = (chosen: readonly ExampleSegment[], label: string) =>
		updateDraft((draft) => chosen.reduce((now, { name, rule }) => addSegment(now, { name, rule }), draft), label);
	return (
		<section className="first-segments" aria-labelledby="first-segments-title">
			<h2 id="first-segments-title">No segments yet</h2>
			<p>
				A segment is a name and a rule. The first rule that is true takes the customer; whoever no rule takes is in the
				remainder.
			</p>
			{!isReadOnly && (
				<>
					<div className="first-segments-examples">
						{examples.map((example) => (
							<button
								key={example.name}
								type="button"
								className="first-segments-example"
								onClick={() => add([example], `Add segment ${example.name}`)}
							>
								<strong>{example.name}</strong>
								<code>{example.rule}</code>
								<span>{example.meaning}</span>
							</button>
						))}
					</div>
					<div className="first-segments-actions">
						<Button kind="primary" icon="add" onClick={() => void services.run('segments.addSegment')}>
							Add a segment
						</Button>
						<Button icon="wand" onClick={() => void services.run('builders.open')}>
							Build from RFM, a grid, a tree…
						</Button>
						{examples.length > 1 && (
							<Button onClick={() => add(examples, 'Add example segments')}>Add all examples</Button>
						)}
					</div>
				</>
			)}
		</section>
	);
}
