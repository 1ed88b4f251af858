import type { RfmSettings } from '#shared/model/rfmBuilder.ts';
import { defaultRfmSettings } from '#shared/model/rfmMaps.ts';
import { Store } from '../../../engine/Store.ts';

/** Kept while the app runs, so that the tab can be closed and opened again. */
export const rfmState = new Store<RfmSettings>(defaultRfmSettings);
