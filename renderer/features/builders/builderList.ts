import type { Builder } from './Builder.ts';
import { clustersBuilder } from './clusters/clustersBuilder.ts';
import { gridBuilder } from './grid/gridBuilder.ts';
import { rfmBuilder } from './rfm/rfmBuilder.ts';
import { scoreBuilder } from './score/scoreBuilder.ts';
import { treeBuilder } from './tree/treeBuilder.ts';

/** Every builder, in the order of the gallery. Adding one is a folder and one line here. */
export const builderList: readonly Builder[] = [rfmBuilder, gridBuilder, scoreBuilder, treeBuilder, clustersBuilder];
