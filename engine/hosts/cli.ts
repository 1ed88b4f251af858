import { EngineError } from '#shared/protocol/envelope.ts';
import packageFacts from '../../package.json' with { type: 'json' };
import { commands } from './cli/commands.ts';
import { UsageError } from './cli/UsageError.ts';

const EXIT_DONE = 0;
const EXIT_FAULT = 1;
const EXIT_BAD_INPUT = 2;

/**
 * The command line. Results go to files or stdout, messages to stderr. Returns the exit code: 0 done, 2 bad input (what is
 * wrong, where, what to do), 1 a fault of the program, 3 (tranche check only) rules that do not keep what they promise.
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
	try {
		return (await dispatch(args)) ?? EXIT_DONE;
	} catch (error) {
		if (error instanceof UsageError || isParseArgsError(error)) {
			console.error(`${error.message}\nSee tranche ${commandNamed(args[0]) ? `${args[0]} ` : ''}--help.`);
			return EXIT_BAD_INPUT;
		}
		if (error instanceof EngineError && error.code !== 'internal') {
			console.error(error.message);
			return EXIT_BAD_INPUT;
		}
		console.error(
			`Something went wrong that is not your fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
		);
		return EXIT_FAULT;
	}
}

async function dispatch(args: readonly string[]): Promise<number | void> {
	const [first, ...rest] = args;
	if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
		console.log(overview());
		return;
	}
	if (first === '--version' || first === '-v') {
		console.log(packageFacts.version);
		return;
	}
	const command = commandNamed(first);
	if (!command) {
		throw new UsageError(`There is no command "${first}". Commands: ${commands.map(({ name }) => name).join(', ')}.`);
	}
	if (rest.includes('--help') || rest.includes('-h')) {
		console.log(command.help);
		return;
	}
	return command.run(rest);
}

function commandNamed(name: string | undefined) {
	return commands.find((command) => command.name === name);
}

function overview(): string {
	const width = Math.max(...commands.map(({ name }) => name.length));
	return [
		'Tranche: mutually exclusive customer segments, what each is worth, how it responds, and how sure that is.',
		'Everything happens on this computer.',
		'',
		'Usage: tranche COMMAND [options]',
		'',
		...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
		'',
		'tranche COMMAND --help tells the options of a command. Exit codes: 0 done, 2 bad input, 1 a fault of the program.',
	].join('\n');
}

/** node:util's parseArgs marks its own errors by code. */
function isParseArgsError(error: unknown): error is Error {
	return (
		error instanceof Error &&
		'code' in error &&
		typeof error.code === 'string' &&
		error.code.startsWith('ERR_PARSE_ARGS')
	);
}
