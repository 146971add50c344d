import { strToU8, zipSync } from 'fflate';

const escape = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!,
  );

/** A1, B1, … */
export const at = (column: number, row: number) =>
  `${column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}${row}`;

export interface DrawnSheet {
  name: string;
  /** Texts, numbers, or XML of a cell as it stands. */
  rows: (string | number | { xml: string })[][];
  merges?: string[];
  hidden?: boolean;
}

/** A workbook as Excel packs it: shared strings, inline numbers; style 1 shows a day. */
export function xlsx(sheets: DrawnSheet[]): Uint8Array {
  const strings: string[] = [];
  const parts: Record<string, Uint8Array> = {};
  sheets.forEach(({ rows, merges = [] }, k) => {
    const body = rows.map((row, r) => {
      const cells = row.map((cell, c) => {
        if (cell === '') return '';
        if (typeof cell === 'object') return cell.xml.replace('REF', at(c, r + 1));
        if (typeof cell === 'number') return `<c r="${at(c, r + 1)}"><v>${cell}</v></c>`;
        return `<c r="${at(c, r + 1)}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
      });
      return `<row r="${r + 1}">${cells.join('')}</row>`;
    });
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    parts[`xl/worksheets/sheet${k + 1}.xml`] = strToU8(
      `<?xml version="1.0"?><worksheet><sheetData>${body.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
    );
  });
  parts['xl/workbook.xml'] = strToU8(
    `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, hidden }, k) => `<sheet name="${escape(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"${hidden ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
  );
  parts['xl/_rels/workbook.xml.rels'] = strToU8(
    `<Relationships>${sheets.map((_, k) => `<Relationship Id="rId${k + 1}" Target="worksheets/sheet${k + 1}.xml"/>`).join('')}</Relationships>`,
  );
  parts['xl/sharedStrings.xml'] = strToU8(
    `<sst>${strings.map((text) => `<si><t>${escape(text)}</t></si>`).join('')}</sst>`,
  );
  parts['xl/styles.xml'] = strToU8(
    '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  );
  return zipSync(parts);
}
