import type { Builder } from './Builder.ts';
import { rfmBuilder } from './rfm/rfmBuilder.ts';

/** Every builder, in the order of the gallery. Adding one is a folder and one line here. */
export const builderList: readonly Builder[] = [rfmBuilder];
