import Papa from 'papaparse';
import { strFromU8, unzipSync } from 'fflate';
import { decodeText } from '../tables/decode-text.ts';
import { unescapeXml } from './escape-xml.ts';
import { METHOD_MARK, parseMethod, type MethodBlock } from './method.ts';
import { methodFaults } from './method-faults.ts';
import { readMethodCode } from './method-code.ts';
import { pdfText } from './pdf-text.ts';
import { isPng, PNG_KEYWORD, pngText } from './png-text.ts';

/**
 * The method block in any file this project exports, told by its first bytes and not by its name.
 * Throws Fault `no-method`, `method`, or as decodeText does.
 */
export async function findMethod(bytes: Uint8Array, fileName: string): Promise<MethodBlock> {
  let text: string | null;
  try {
    text = await blockIn(bytes, fileName);
    if (text !== null) return parseMethod(JSON.parse(text), fileName);
  } catch (error) {
    // Broken JSON, base64 or compression.
    if (error instanceof SyntaxError || !isFault(error)) throw methodFaults.damaged(fileName);
    throw error;
  }
  throw methodFaults.none(fileName);
}

const isFault = (error: unknown) => error instanceof Error && 'text' in error;

async function blockIn(bytes: Uint8Array, fileName: string): Promise<string | null> {
  const begins = (text: string) => strFromU8(bytes.subarray(0, text.length), true) === text;
  if (isPng(bytes)) return pngText(bytes, PNG_KEYWORD);
  if (begins('PK\x03\x04')) return joined(workbookTexts(bytes));
  if (begins('%PDF-')) return readMethodCode(pdfText(bytes));
  if (begins('fgb')) {
    const { ArrayReader } = await import('flatgeobuf/lib/mjs/array-reader.js');
    return ArrayReader.open(bytes).header.metadata;
  }
  return inText(decodeText(bytes, fileName).text);
}

function inText(text: string): string | null {
  const start = text.trimStart();
  if (start.startsWith(METHOD_MARK)) return start;
  if (start.startsWith('{')) {
    const { method } = JSON.parse(start) as { method?: unknown };
    return method === undefined ? null : JSON.stringify(method);
  }
  if (start.startsWith('<')) {
    const [, metadata] = /<metadata[^>]*>([\s\S]*?)<\/metadata>/.exec(start) ?? [];
    return metadata === undefined ? readMethodCode(start) : unescapeXml(metadata).trim();
  }
  return joined(Papa.parse<string[]>(start, { skipEmptyLines: true }).data.flat());
}

/** All texts of a workbook's cells, in the order of its files: shared ones as well as those in place. */
function workbookTexts(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes, { filter: ({ name }) => /^xl\/.*\.xml$/.test(name) });
  return Object.values(files).flatMap((file) =>
    [...strFromU8(file).matchAll(/<(?:\w+:)?t(?: [^>]*)?>([^<]*)</g)].map(([, text]) =>
      unescapeXml(text),
    ),
  );
}

/** The block among cells; a long one goes on in the cells that follow. */
function joined(cells: string[]): string | null {
  const first = cells.findIndex((cell) => cell.startsWith(METHOD_MARK));
  if (first < 0) return null;
  let text = '';
  for (const cell of cells.slice(first)) {
    text += cell;
    if (cell.endsWith('}') && isJson(text)) return text;
  }
  return cells[first];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
