import { holds, type ContextKeys } from './contextKeys.ts';
import type {
	Command,
	Contribution,
	Keybinding,
	MenuId,
	ProblemAction,
	ProblemOpener,
	QuickEntries,
	StatusItem,
	View,
} from './contribution.ts';

export interface PlacedCommand {
	readonly command: Command;
	readonly group: string;
}

/** An immutable index over all contributions. */
export interface Registry {
	readonly commands: ReadonlyMap<string, Command>;
	readonly views: ReadonlyMap<string, View>;
	readonly statusItems: readonly StatusItem[];
	readonly quickEntries: readonly QuickEntries[];
	/** Views of one place in their order, hidden ones left out. */
	viewsIn(location: View['location'], context: ContextKeys): readonly View[];
	/** Commands of one menu in their order, hidden ones left out. */
	menu(id: MenuId, context: ContextKeys): readonly PlacedCommand[];
	/** Commands that the palette offers now. */
	palette(context: ContextKeys): readonly Command[];
	commandFor(key: string, context: ContextKeys, isMac: boolean): Command | null;
	problemOpener(kind: ProblemOpener['kind']): string | null;
	problemActions(code: string): readonly ProblemAction[];
	isDismissible(code: string): boolean;
}

export function keyOf(binding: Keybinding, isMac: boolean): string {
	return isMac ? (binding.mac ?? binding.key) : binding.key;
}

/** Throws on any duplicate id, on two commands with one key in the same context, and on a status item without its command. */
export function createRegistry(contributions: readonly Contribution[]): Registry {
	const commands = index(
		contributions.flatMap((entry) => entry.commands ?? []),
		'command',
	);
	const views = index(
		contributions.flatMap((entry) => entry.views ?? []),
		'view',
	);
	const statusItems = [
		...index(
			contributions.flatMap((entry) => entry.statusItems ?? []),
			'status item',
		).values(),
	].sort((a, b) => a.order - b.order);
	const openers = contributions.flatMap((entry) => entry.problemOpeners ?? []);
	const problemActions = contributions.flatMap((entry) => entry.problemActions ?? []);
	const dismissible = new Set(contributions.flatMap((entry) => entry.dismissibleProblems ?? []));
	const bindings = [...commands.values()].flatMap((command) =>
		(command.keys ?? []).map((binding) => ({ command, binding })),
	);
	refuseClashes(bindings);
	refuseUnknownCommands(commands, [
		...statusItems.flatMap((item) => item.command ?? []),
		...openers.map((opener) => opener.command),
		...problemActions.map((action) => action.command),
		...[...views.values()].flatMap((view) => view.actions ?? []),
	]);

	return {
		commands,
		views,
		statusItems,
		quickEntries: contributions.flatMap((entry) => entry.quickEntries ?? []),
		viewsIn: (location, context) =>
			[...views.values()]
				.filter((view) => view.location === location && holds(view.when, context))
				.sort((a, b) => a.order - b.order),
		menu: (id, context) =>
			[...commands.values()]
				.flatMap((command) =>
					(command.menus ?? [])
						.filter((place) => place.menu === id && holds(place.when, context))
						.map((place) => ({ command, group: place.group, order: place.order })),
				)
				.sort(
					(a, b) => a.group.localeCompare(b.group) || a.order - b.order || a.command.id.localeCompare(b.command.id),
				),
		palette: (context) =>
			[...commands.values()].filter((command) => !command.isHidden && holds(command.enabled, context)),
		commandFor: (key, context, isMac) =>
			bindings.findLast(
				({ command, binding }) =>
					keyOf(binding, isMac) === key && holds(binding.when, context) && holds(command.enabled, context),
			)?.command ?? null,
		problemOpener: (kind) => openers.find((opener) => opener.kind === kind)?.command ?? null,
		problemActions: (code) => problemActions.filter((action) => action.code === code),
		isDismissible: (code) => dismissible.has(code),
	};
}

function index<T extends { readonly id: string }>(items: readonly T[], kind: string): Map<string, T> {
	const byId = new Map<string, T>();
	for (const item of items) {
		if (byId.has(item.id)) {
			throw new Error(`Two ${kind}s are called ${item.id}`);
		}
		byId.set(item.id, item);
	}
	return byId;
}

function refuseClashes(bindings: readonly { readonly command: Command; readonly binding: Keybinding }[]): void {
	const holders = new Map<string, string>();
	for (const { command, binding } of bindings) {
		for (const [system, isMac] of [
			['others', false],
			['macOS', true],
		] as const) {
			const slot = `${keyOf(binding, isMac)} on ${system} when ${JSON.stringify(binding.when ?? null)}`;
			const holder = holders.get(slot);
			if (holder) {
				throw new Error(`${slot} is bound to both ${holder} and ${command.id}`);
			}
			holders.set(slot, command.id);
		}
	}
}

function refuseUnknownCommands(commands: ReadonlyMap<string, Command>, ids: readonly string[]): void {
	const unknown = ids.filter((id) => !commands.has(id));
	if (unknown.length > 0) {
		throw new Error(`There is no command ${unknown.join(', ')}`);
	}
}
