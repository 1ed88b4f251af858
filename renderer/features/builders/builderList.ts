import type { Builder } from './Builder.ts';
import { clustersBuilder } from './clusters/clustersBuilder.ts';
import { rfmBuilder } from './rfm/rfmBuilder.ts';
import { treeBuilder } from './tree/treeBuilder.ts';

/** Every builder, in the order of the gallery. Adding one is a folder and one line here. */
export const builderList: readonly Builder[] = [rfmBuilder, treeBuilder, clustersBuilder];
