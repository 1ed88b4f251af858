import type { TableFormat } from '../formats.ts';
import { listXlsxParts } from './listXlsxParts.ts';
import { openXlsx } from './openXlsx.ts';

export const xlsxFormat: TableFormat = { open: openXlsx, listParts: listXlsxParts };
