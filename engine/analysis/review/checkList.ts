import type { Check } from './CheckContext.ts';
import { different } from './different.ts';
import { profitable } from './profitable.ts';
import { reachable } from './reachable.ts';
import { responsive } from './responsive.ts';
import { sizeable } from './sizeable.ts';
import { stable } from './stable.ts';

/** The questions to a segment, in the order in which they are asked. One file and one line each. */
export const checkList: readonly Check[] = [sizeable, reachable, responsive, stable, different, profitable];
