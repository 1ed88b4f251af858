import type { TableFormat } from '../formats.ts';
import { listArrowParts, openArrow } from './openArrow.ts';

export const arrowFormat: TableFormat = { open: openArrow, listParts: listArrowParts, isColumnar: true };
