import type { ProofWitness } from '#shared/rules/proof/segmentationProof.ts';

interface WitnessNoteProps {
	readonly witness: ProofWitness;
}

/** One customer as an example: of the data, or one who could come. */
export function WitnessNote({ witness }: WitnessNoteProps) {
	const { source, customerId, values } = witness;
	return (
		<figure className="overlap-witness">
			<figcaption>
				{source === 'data'
					? `Customer ${customerId ?? ''} of your data`
					: 'Possible, though nobody in the data: a customer with'}
			</figcaption>
			<dl>
				{values.map(({ field, value }) => (
					<div key={field}>
						<dt>{field}</dt>
						<dd>{value === null ? 'no value' : value === '' ? 'empty text' : String(value)}</dd>
					</div>
				))}
			</dl>
		</figure>
	);
}
