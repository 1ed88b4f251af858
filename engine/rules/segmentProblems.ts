import type { Problem } from '#shared/model/problem.ts';
import type { Exclusion, SegmentDefinition } from '#shared/model/segmentation.ts';
import { wholeRule } from '#shared/model/wholeRule.ts';
import type { RuleDiagnostic } from '#shared/rules/RuleDiagnostic.ts';
import type { Overlap } from './findOverlaps.ts';

export function ruleProblem(segment: SegmentDefinition, diagnostic: RuleDiagnostic): Problem {
	return diagnosed(`Segment “${segment.name}”`, 'the rule matches nobody', segment.id, diagnostic);
}

export function exclusionProblem(exclusion: Exclusion, diagnostic: RuleDiagnostic): Problem {
	return diagnosed(`Exclusion “${exclusion.name}”`, 'it excludes nobody', exclusion.id, diagnostic);
}

function diagnosed(place: string, effect: string, segmentId: string, diagnostic: RuleDiagnostic): Problem {
	const { severity, code, message, from, to, line, column } = diagnostic;
	const consequence = severity === 'error' ? ` Until then ${effect}.` : '';
	return {
		severity,
		code,
		message: `${place}, line ${line}, column ${column}: ${message}${consequence}`,
		source: { kind: 'segment', segmentId, from, to, line, column },
	};
}

export function overlapProblem(
	first: SegmentDefinition,
	second: SegmentDefinition,
	{ people }: Overlap,
	witnessId: string,
): Problem {
	const who = people === 1 ? `customer ${witnessId} matches` : `${people} customers match, for example ${witnessId},`;
	const message =
		`Segments “${first.name}” and “${second.name}” overlap: ${who} both rules. ` +
		'Change one of the rules so that nobody matches both, or let the first match win.';
	return { severity: 'error', code: 'segments.overlap', message, source: { ...wholeRule(second), otherId: first.id } };
}

export function reservedIdProblem(segment: SegmentDefinition): Problem {
	const message = `Segment “${segment.name}” has the id “${segment.id}”, which is kept for everyone else. Give it another id.`;
	return { severity: 'error', code: 'segments.reserved-id', message, source: wholeRule(segment) };
}
