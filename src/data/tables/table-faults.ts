import { Fault, type Rejection, type Text } from '../fault.ts';
import { cut, got, listed } from './quoted.ts';

/** What is wrong with one row, before anyone knows its line. */
export interface Wrong {
  code: string;
  value: string;
  text: Text;
}

/** Tells a reason for refusal from a value that was read. */
export function isWrong(x: unknown): x is Wrong {
  return typeof x === 'object' && x !== null && 'code' in x && 'text' in x;
}

export function rejection(line: number, wrong: Wrong): Rejection {
  return { line, code: wrong.code, value: wrong.value, text: wrong.text };
}

function wrong(code: string, value: string, zh: string, en: string): Wrong {
  return { code, value: cut(value), text: { zh, en } };
}

// ── the whole file ──────────────────────────────────────────────────────────

export const notText = (file: string, zh: string, en: string) =>
  new Fault('not-text', {
    zh: `${file}：看起来是${zh}，应为纯文本（CSV 或 GeoJSON）。在 Excel 中请另存为“CSV UTF-8”。`,
    en: `${file}: looks like ${en}; expected plain text (CSV or GeoJSON). In Excel, save as “CSV UTF-8”.`,
  });

export const badEncoding = (file: string, line: number | null, tried: string) => {
  const zh = line === null ? '' : `（首个坏字节在第 ${line} 行）`;
  const en = line === null ? '' : ` (first bad byte on line ${line})`;
  return new Fault('encoding', {
    zh: `${file}：字节不是有效的 ${tried}${zh}，应为 UTF-8、GBK 或带 BOM 的 UTF-16。请重新导出为 UTF-8。`,
    en: `${file}: the bytes are not valid ${tried}${en}; expected UTF-8, GBK, or UTF-16 with a BOM. Export it again as UTF-8.`,
  });
};

export const emptyFile = (file: string) =>
  new Fault('empty-file', {
    zh: `${file}：文件是空的，应有一行列名和至少一行数据。`,
    en: `${file}: the file is empty; expected one line of column names and at least one row.`,
  });

export const onlyHeader = (file: string, line: number) =>
  new Fault('no-rows', {
    zh: `${file}：只有第 ${line} 行的列名，没有数据行，应至少有一行。`,
    en: `${file}: only the column names on line ${line}, no rows; expected at least one row.`,
  });

export const openQuote = (file: string, line: number) =>
  new Fault('open-quote', {
    zh: `${file}：第 ${line} 行起有一个双引号没有闭合，其后的行无法分开。请补上或删去该引号。`,
    en: `${file}: a quote opened in the row of line ${line} is never closed, so the rows after it cannot be told apart. Close or remove it.`,
  });

export const headerQuotes = (file: string, line: number) =>
  new Fault('header-quotes', {
    zh: `${file}：第 ${line} 行列名中的双引号不配对，无法分出列名。请改正引号。`,
    en: `${file}: the quotes in the column names on line ${line} do not pair up. Correct them.`,
  });

export const missingColumns = (
  file: string,
  line: number,
  missing: readonly string[],
  found: readonly string[],
  needed: readonly string[],
) =>
  new Fault('missing-columns', {
    zh: `${file}：第 ${line} 行缺少列 ${listed(missing)}。找到的列：${listed(found)}。应有：${listed(needed)}。首个非空行必须是列名。`,
    en: `${file}: line ${line} lacks the columns ${listed(missing)}. Found: ${listed(found)}. Expected: ${listed(needed)}. The first line that is not blank must be the column names.`,
  });

export const doubleColumn = (file: string, column: string, names: readonly string[]) =>
  new Fault('double-column', {
    zh: `${file}：列 ${names.map(got).join('、')} 都表示 ${column}，无法判断用哪一列。请只留一列。`,
    en: `${file}: the columns ${names.map(got).join(', ')} all mean ${column}; which one to use is not guessed. Keep one.`,
  });

// ── one row ─────────────────────────────────────────────────────────────────

export const widthWrong = (raw: string, cells: number, expected: number) =>
  wrong(
    'width',
    raw,
    `这一行有 ${cells} 格，列名有 ${expected} 个。`,
    `the row has ${cells} cells, expected ${expected} as in the column names.`,
  );

export const quotesWrong = (raw: string, line: number, lastLine: number) =>
  wrong(
    'quotes',
    raw,
    `第 ${line}–${lastLine} 行的双引号不配对，应把整格括起、格内引号写两次。`,
    `the quotes of lines ${line}–${lastLine} do not pair up; expected them around the whole cell and doubled inside it.`,
  );

export const emptyWrong = (column: string) =>
  wrong('empty', '', `${column} 为空，应填写。`, `${column} is empty; expected a value.`);

export const noDataWrong = (column: string) =>
  wrong(
    'no-data',
    '',
    `${column} 为空：没有数据不等于零。应填数字，确实无人请写 0。`,
    `${column} is empty: no data is not zero. Expected a number; write 0 where there is nobody.`,
  );

/** Characters of a text, not UTF-16 units. Counted one by one: a list of ten million takes seconds. */
export function characters(text: string): number {
  let pairs = 0;
  for (let k = 0; k < text.length; k++) {
    const unit = text.charCodeAt(k);
    const next = unit >= 0xd800 && unit <= 0xdbff ? text.charCodeAt(k + 1) : 0;
    if (next >= 0xdc00 && next <= 0xdfff) pairs++;
  }
  return text.length - pairs;
}

export const tooLongWrong = (column: string, value: string, limit: number) =>
  wrong(
    'too-long',
    value,
    `${column} 有 ${characters(value)} 个字符，最多 ${limit} 个。`,
    `${column} has ${characters(value)} characters, expected at most ${limit}.`,
  );

export const numberWrong = (column: string, value: string) => {
  // Say the usual causes by name: whoever looks at "1,234" sees a number.
  const [zh, en] = /[,，]/.test(value)
    ? ['不要用逗号（千位分隔或小数逗号），', 'no commas (neither for thousands nor for decimals), ']
    : /[０-９．－]/.test(value)
      ? ['不要用全角数字，', 'no full-width digits, ']
      : ['', ''];
  return wrong(
    'not-a-number',
    value,
    `${column} 是 ${got(value)}，应为普通数字：${zh}如 1234.5。`,
    `${column} is ${got(value)}; expected a plain number: ${en}as in 1234.5.`,
  );
};

export const infiniteWrong = (column: string, value: string) =>
  wrong(
    'not-finite',
    value,
    `${column} 是 ${got(value)}，大得无法表示，应为有限的数。`,
    `${column} is ${got(value)}, too large to represent; expected a finite number.`,
  );

export const negativeWrong = (column: string, value: string) =>
  wrong(
    'negative',
    value,
    `${column} 是 ${got(value)}，不能为负，应为 0 或更大。`,
    `${column} is ${got(value)}; expected 0 or more.`,
  );

export const tooManyWrong = (column: string, value: string, most: number) =>
  wrong(
    'too-many',
    value,
    `${column} 是 ${got(value)}，一行不能超过 ${most}。`,
    `${column} is ${got(value)}; expected at most ${most} in one row.`,
  );

export const rangeWrong = (lon: number, lat: number) =>
  wrong(
    'out-of-range',
    `${lon}, ${lat}`,
    `经度 ${lon}、纬度 ${lat} 超出范围，应为 −180…180 与 −90…90 的度数（WGS 84）。`,
    `lon ${lon}, lat ${lat} are out of range; expected degrees within −180…180 and −90…90 (WGS 84).`,
  );

export const swappedWrong = (lon: number, lat: number) =>
  wrong(
    'swapped',
    `${lon}, ${lat}`,
    `经度 ${lon}、纬度 ${lat}：看起来经纬度写反了，纬度应在 −90…90 之间。`,
    `lon ${lon}, lat ${lat}: looks as if lon and lat are swapped; expected lat within −90…90.`,
  );

export const nullIslandWrong = () =>
  wrong(
    'null-island',
    '0, 0',
    '经纬度是 0, 0（几内亚湾），通常表示没有定位，应为真实位置。',
    'lon and lat are 0, 0 (Gulf of Guinea), which usually means not located; expected a real position.',
  );

/** `unit` says what `first` counts: lines of a table, features of a GeoJSON file. */
export const duplicateWrong = (id: string, first: number, unit: 'line' | 'feature') =>
  wrong(
    'duplicate-id',
    id,
    `编号 ${got(id)} 已用于第 ${first} ${unit === 'line' ? '行' : '个要素'}，编号应唯一；保留先出现的。`,
    `id ${got(id)} is already used by ${unit} ${first}; expected each id once. The first stays.`,
  );

export const serviceWrong = (value: string, known: readonly string[]) =>
  wrong(
    'unknown-service',
    value,
    `服务 ${got(value)} 不认识，应为其一：${known.join(', ')}。`,
    `service ${got(value)} is unknown; expected one of ${known.join(', ')}.`,
  );

/** A cell that must be one of a few words; `accepted` lists them. */
export const wordWrong = (code: string, column: string, value: string, accepted: string) =>
  wrong(
    code,
    value,
    `${column} 是 ${got(value)}，应为其一：${accepted}。`,
    `${column} is ${got(value)}; expected one of ${accepted}.`,
  );

export const dateWrong = (column: string, value: string) =>
  wrong(
    'not-a-date',
    value,
    `${column} 是 ${got(value)}，应为真实日期：年、年-月或年-月-日，如 2024-05-31。`,
    `${column} is ${got(value)}; expected a real date: yyyy, yyyy-mm or yyyy-mm-dd, as in 2024-05-31.`,
  );
