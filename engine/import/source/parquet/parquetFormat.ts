import type { TableFormat } from '../formats.ts';
import { listParquetParts, openParquet } from './openParquet.ts';

export const parquetFormat: TableFormat = { open: openParquet, listParts: listParquetParts, isColumnar: true };
