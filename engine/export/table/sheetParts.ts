import { MAX_PLACES, xmlText } from './sheetCell.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAX_NAME = 31;

/** The parts of a workbook besides its sheets, by their names in the archive. `sheets` are the names of the sheets. */
export function workbookParts(sheets: readonly string[]): Readonly<Record<string, string>> {
	const numbered = sheets.map((name, index) => ({ name, number: index + 1 }));
	return {
		'[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${numbered.map(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`,
		'_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered.map(({ name, number }) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${numbered.map(({ number }) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
		'xl/styles.xml': styles(),
	};
}

/** What stands before the rows: the frozen header and the widths in characters. */
export function sheetStart(widths: readonly number[]): string {
	const columns = widths.map(
		(width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
	);
	return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

export const SHEET_END = '</sheetData></worksheet>';

/** A name that Excel allows: at most 31 characters, none of those that have a meaning in references. `number` counts from 1. */
export function sheetName(name: string, number: number): string {
	const plain =
		name
			.replaceAll(/[\\/?*[\]:\p{Cc}]/gu, ' ')
			.replaceAll(/^'+|'+$/g, '')
			.trim() || 'Table';
	const tail = number === 1 ? '' : ` (${number})`;
	return plain.slice(0, MAX_NAME - tail.length).trimEnd() + tail;
}

/** The order of the cell formats is that of STYLE in sheetCell. */
function styles(): string {
	const places = Array.from({ length: MAX_PLACES }, (_, index) => index + 1);
	const formats = places.map((count) => `<numFmt numFmtId="${170 + count}" formatCode="0.${'0'.repeat(count)}"/>`);
	const plain = 'fontId="0" fillId="0" borderId="0" xfId="0"';
	return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length + 2}"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>${formats.join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${5 + places.length}"><xf numFmtId="0" ${plain}/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" ${plain} applyNumberFormat="1"/><xf numFmtId="165" ${plain} applyNumberFormat="1"/><xf numFmtId="0" ${plain} quotePrefix="1"/>${places.map((count) => `<xf numFmtId="${170 + count}" ${plain} applyNumberFormat="1"/>`).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
