import { audit } from './audit.ts';
import type { Command } from './Command.ts';
import { read } from './read.ts';
import { sample } from './sample.ts';

/** Every subcommand, in the order of the help text. */
export const commands: readonly Command[] = [audit, read, sample];
