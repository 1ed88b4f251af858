import { counted } from '#shared/base/counted.ts';
import type { BuilderNote, BuilderProposal } from '#shared/model/builderProposal.ts';
import type { GridFacts, GridSettings } from '#shared/model/gridBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Job } from '../../job.ts';
import { baseRows } from '../baseRows.ts';
import type { BuilderInput } from '../BuilderInput.ts';
import type { BuiltSegment } from '../BuiltSegments.ts';
import { measureProposal } from '../measureProposal.ts';
import { groupVariable } from './groupVariable.ts';
import { NO_GROUP, type SplitVariable } from './SplitVariable.ts';

export interface GridProposal {
	readonly proposal: BuilderProposal;
	readonly facts: GridFacts;
}

const MAX_CELLS = 200;
const MAX_NAME = 120;

/**
 * One segment for every combination of groups of one to three variables that holds anybody. Customers without a value in a variable
 * are a group of their own or in the remainder. Throws `data` for fields that do not fit their split and for more than 200 cells.
 */
export async function proposeGrid(input: BuilderInput, settings: GridSettings, job: Job): Promise<GridProposal> {
	const { frame } = input;
	const names = settings.variables.map(({ field }) => field);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) {
		throw new EngineError('data', `${twice} is chosen twice. Choose another field for one of the variables.`);
	}
	const base = baseRows(input);
	const variables: SplitVariable[] = [];
	for (const variable of settings.variables) {
		await job.tick(variables.length, names.length, 'Grouping values');
		variables.push(groupVariable(frame, variable, base));
	}
	const size = variables.reduce((product, { groups }) => product * groups.length, 1);
	if (size > MAX_CELLS) {
		throw new EngineError('data', `These variables make ${size} cells, more than ${MAX_CELLS}. Choose fewer groups.`);
	}
	await job.tick(0, null, 'Counting segments');
	const people = peopleOfCells(variables, size);
	const segments: BuiltSegment[] = [];
	const cells: GridFacts['cells'] = [];
	for (let cell = 0; cell < size; cell++) {
		const groups = groupsOfCell(variables, cell);
		cells.push({ groups, segment: people[cell] === 0 ? null : segments.length });
		if (people[cell]! > 0) {
			const chosen = groups.map((group, index) => variables[index]!.groups[group]!);
			segments.push({
				name: shortened(chosen.map(({ name }) => name).join(' · ')),
				rule: chosen.map(({ condition }) => condition).join(' and '),
				description: '',
			});
		}
	}
	const empty = size - segments.length;
	const proposal = measureProposal(input, {
		segments,
		remainder: { name: 'Everyone else', description: remainderText(settings) },
		customFields: [],
		notes: notesOf(settings, empty),
	});
	return { proposal, facts: { variables: variables.map(variableFacts), cells } };
}

function peopleOfCells(variables: readonly SplitVariable[], size: number): Int32Array {
	const people = new Int32Array(size);
	const rows = variables[0]!.codes.length;
	for (let row = 0; row < rows; row++) {
		let cell = 0;
		for (const { codes, groups } of variables) {
			const group = codes[row]!;
			cell = group === NO_GROUP ? -Infinity : cell * groups.length + group;
		}
		if (cell >= 0) {
			people[cell]!++;
		}
	}
	return people;
}

function groupsOfCell(variables: readonly SplitVariable[], cell: number): number[] {
	const groups: number[] = [];
	let rest = cell;
	for (const variable of variables.toReversed()) {
		groups.unshift(rest % variable.groups.length);
		rest = Math.floor(rest / variable.groups.length);
	}
	return groups;
}

function variableFacts({ field, method, groups, codes }: SplitVariable): GridFacts['variables'][number] {
	const people = new Int32Array(NO_GROUP + 1);
	for (let row = 0; row < codes.length; row++) {
		people[codes[row]!]!++;
	}
	return { field, method, groups: groups.map(({ name }, index) => ({ name, people: people[index]! })) };
}

function notesOf({ variables }: GridSettings, empty: number): BuilderNote[] {
	const outcomes = [...new Set(variables.flatMap(({ split }) => (split.kind === 'outcome' ? [split.outcome] : [])))];
	return [
		...(empty === 0
			? []
			: [
					{
						severity: 'info' as const,
						text: `${counted(empty, 'cell')} without customers ${empty === 1 ? 'is' : 'are'} left out; who falls into one later is in the remainder.`,
					},
				]),
		...outcomes.map((outcome) => ({
			severity: 'warning' as const,
			text: `The cuts were chosen so that ${outcome} differs. That it differs between these segments is therefore no finding: look at another period or another metric.`,
		})),
	];
}

function remainderText({ variables }: GridSettings): string {
	const open = variables.filter(({ missing }) => missing === 'remainder').map(({ field }) => field);
	return open.length === 0 ? 'Nobody, unless the data changes.' : `Customers without a value in ${open.join(' or ')}.`;
}

function shortened(name: string): string {
	return name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 1)}…`;
}
