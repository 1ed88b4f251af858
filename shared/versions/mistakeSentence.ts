import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** What each type is called by somebody who reads a file. */
const types: Readonly<Record<string, string>> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list, in square brackets',
	object: 'an entry with names, in braces',
};

/** What is wrong with a value in a file, as a sentence without a full stop; undefined where the schema says it better. */
export function mistakeSentence(issue: Issue): string | undefined {
	switch (issue.code) {
		case 'invalid_type':
			return issue.input === undefined
				? `This is missing. It is ${types[issue.expected] ?? issue.expected}`
				: `Expected is ${types[issue.expected] ?? issue.expected}`;
		case 'unrecognized_keys':
			return `There is no such entry: ${issue.keys.join(', ')}`;
		case 'invalid_value':
			return `Expected is ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
		case 'too_small':
			return issue.origin === 'string' ? 'This must not be empty' : `At least ${issue.minimum} is needed`;
		case 'too_big':
			return issue.origin === 'string'
				? `This is longer than ${issue.maximum} characters`
				: `At most ${issue.maximum} are possible`;
		case 'custom':
		case 'invalid_element':
		case 'invalid_format':
		case 'invalid_key':
		case 'invalid_union':
		case 'not_multiple_of':
			return undefined;
	}
}
