import type { FrameField } from '#shared/model/frameField.ts';
import type { Exclusion } from '#shared/model/segmentation.ts';
import { useAnswerPart } from '../../../engine/useAnalysis.ts';
import { useDraftActions } from '../../../engine/useDraft.ts';
import { format } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useServices } from '../../../workbench/useServices.ts';
import { CustomersLink } from '../customers/CustomersLink.tsx';
import { NameField } from '../NameField.tsx';
import { RuleBox } from '../RuleBox.tsx';
import type { RevealRequest } from '../segmentsState.ts';
import { changeExclusion } from './exclusionChanges.ts';
import './exclusions.css';

export interface ExclusionListProps {
	readonly exclusions: readonly Exclusion[];
	readonly fields: readonly FrameField[];
	readonly isReadOnly: boolean;
	readonly reveal: RevealRequest | null;
}

/** Whom no segment and no figure counts, before the rules begin. */
export function ExclusionList({ exclusions, fields, isReadOnly, reveal }: ExclusionListProps) {
	const services = useServices();
	const { updateDraft, flushDraft } = useDraftActions();
	const excluded = useAnswerPart((analysis) => analysis.excluded);
	if (exclusions.length === 0) {
		return null;
	}
	const results = new Map(excluded?.rules.map((result) => [result.id, result]));
	return (
		<section className="exclusions" aria-labelledby="exclusions-title">
			<header className="exclusions-header">
				<h2 id="exclusions-title">Excluded first</h2>
				<span className="exclusions-note">
					{excluded && (
						<>
							<CustomersLink group={{ kind: 'excluded' }} people={excluded.people} label="All excluded customers" />
							{excluded.people === 1 ? ' customer ' : ' customers '}
						</>
					)}
					{excluded ? 'in no segment and in no figure' : 'In no segment and in no figure'}
				</span>
			</header>
			<ul>
				{exclusions.map(({ id, name, rule }) => {
					const result = results.get(id);
					return (
						<li key={id} className="segment-card exclusion" data-exclusion={id}>
							<header className="segment-header">
								<NameField
									label="Name of the exclusion"
									value={name}
									isReadOnly={isReadOnly}
									isRevealed={reveal?.segmentId === id && reveal.range === null}
									onChange={(next) =>
										updateDraft((now) => changeExclusion(now, id, { name: next }), `Rename exclusion ${name}`)
									}
								/>
								{!isReadOnly && (
									<IconButton
										icon="trash"
										label={`Delete exclusion ${name}`}
										onClick={() => void services.run('segments.deleteExclusion', id)}
									/>
								)}
							</header>
							<RuleBox
								id={id}
								name={name}
								rule={rule}
								fields={fields}
								isReadOnly={isReadOnly}
								reveal={reveal?.segmentId === id ? reveal.range : null}
								onChange={(next) =>
									updateDraft((now) => changeExclusion(now, id, { rule: next }), `Edit exclusion ${name}`)
								}
								onBlur={flushDraft}
							/>
							<div className="segment-counts">
								<div className="segment-people">
									<strong className="number">
										{result ? (
											<CustomersLink
												group={{ kind: 'members', id }}
												people={result.people}
												label={`${name}, excluded`}
											/>
										) : (
											'–'
										)}
									</strong>
									<span>excluded</span>
								</div>
								{result !== undefined && (
									<dl className="segment-facts">
										<dt title="People of an earlier exclusion as well, who count there">Excluded earlier</dt>
										<dd className="number">{format.count(result.matches - result.people)}</dd>
										<dt title="People for whom a value that the rule needs is missing: they are not excluded">
											Missing data, kept
										</dt>
										<dd className="number">
											<CustomersLink
												group={{ kind: 'undecided', id }}
												people={result.missingData}
												label={`${name}, data missing, kept`}
											/>
										</dd>
									</dl>
								)}
							</div>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
