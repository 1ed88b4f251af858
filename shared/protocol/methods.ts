import type { z } from 'zod';
import { builderMethods } from './builderMethods.ts';
import { exportMethods } from './exportMethods.ts';
import { hostMethods } from './hostMethods.ts';
import { joinMethods } from './joinMethods.ts';
import { migrationMethods } from './migrationMethods.ts';
import { overlapMethods } from './overlapMethods.ts';
import { projectMethods } from './projectMethods.ts';
import { qualityMethods } from './qualityMethods.ts';
import { segmentMethods } from './segmentMethods.ts';
import { sqlMethods } from './sqlMethods.ts';
import { tableMethods } from './tableMethods.ts';
import { templateMethods } from './templateMethods.ts';
import { versionMethods } from './versionMethods.ts';

/** Every call the engine answers. A change of any schema changes the version: see test/shared/protocol. */
export const PROTOCOL_VERSION = '7';
export const methods = {
	...projectMethods,
	...tableMethods,
	...exportMethods,
	...joinMethods,
	...templateMethods,
	...qualityMethods,
	...segmentMethods,
	...overlapMethods,
	...migrationMethods,
	...builderMethods,
	...versionMethods,
	...sqlMethods,
	...hostMethods,
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type Args<N extends MethodName> = z.input<Methods[N]['input']>;
export type Parsed<N extends MethodName> = z.output<Methods[N]['input']>;
export type Result<N extends MethodName> = z.output<Methods[N]['output']>;
