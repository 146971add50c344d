import { Fault, type Text } from '../fault.ts';

/** Where in a PBF something was found: the block's first byte in the file, then the byte inside the unpacked block. */
interface InBlock {
  block: number;
  at: number;
}

const zhBlock = ({ block, at }: InBlock) => `文件第 ${block} 字节处的数据块（解压后第 ${at} 字节）`;
const enBlock = ({ block, at }: InBlock) =>
  `the block at byte ${block} of the file (byte ${at} of it, unpacked)`;

/** A block that no correct writer makes: what was got and expected, then the same advice each time. */
function damaged(where: InBlock, got: Text, expected: Text): Text {
  return {
    zh: `OSM PBF 文件已损坏：${zhBlock(where)}里读到${got.zh}，应为${expected.zh}。请重新下载或重新导出该文件。`,
    en: `The OSM PBF file is damaged: ${enBlock(where)} holds ${got.en}, expected ${expected.en}. Download or export the file again.`,
  };
}

/** The texts of every fault of the OSM readers: code → (values) => sentence in both languages. */
export const osmFaultTexts = {
  'osm-empty': () => ({
    zh: '文件是空的（0 字节），应为 OSM 数据（.osm.pbf、.osm 或 .osm.gz）。请重新下载或重新选择文件。',
    en: 'The file is empty (0 bytes), expected OSM data (.osm.pbf, .osm or .osm.gz). Download it again or choose another file.',
  }),
  'osm-foreign': (v: { looksLike: Text; advice: Text }) => ({
    zh: `文件开头（第 0 字节）看起来是${v.looksLike.zh}，应为 OSM 数据（.osm.pbf、.osm 或 .osm.gz）。${v.advice.zh}`,
    en: `From its first bytes (byte 0) the file looks like ${v.looksLike.en}, expected OSM data (.osm.pbf, .osm or .osm.gz). ${v.advice.en}`,
  }),
  'osm-memory': (v: { bytes: number }) => ({
    zh: `内存不够：还需要一块 ${v.bytes} 字节的内存，但没有得到。请先把数据裁小，例如：osmium extract -b 西,南,东,北 输入 -o 输出。`,
    en: `Out of memory: one more piece of ${v.bytes} bytes was needed and not given. Cut the data smaller first, e.g. osmium extract -b west,south,east,north input -o output.`,
  }),
  'gzip-damaged': (v: { reason: string }) => ({
    zh: `gzip 压缩数据不完整或已损坏（${v.reason}），应为完整的 .gz 文件。请重新下载。`,
    en: `The gzip data is cut or damaged (${v.reason}), expected a whole .gz file. Download it again.`,
  }),
  'gzip-too-large': (v: { maxBytes: number }) => ({
    zh: `gzip 解压后超过 ${v.maxBytes} 字节的上限。请先解压并裁小，或改用 .osm.pbf。`,
    en: `The gzip data unpacks beyond the limit of ${v.maxBytes} bytes. Unpack and cut it first, or use .osm.pbf.`,
  }),

  'pbf-cut': (v: { at: number; got: number; expected: number }) => ({
    zh: `OSM PBF 文件不完整：从第 ${v.at} 字节起应还有 ${v.expected} 字节，实际只有 ${v.got} 字节。请重新下载该文件。`,
    en: `The OSM PBF file is cut off: from byte ${v.at} on ${v.expected} bytes are expected, got ${v.got}. Download the file again.`,
  }),
  'pbf-blob-header-size': (v: { at: number; got: number; limit: number }) => ({
    zh: `OSM PBF 文件第 ${v.at} 字节处声明的块头长度是 ${v.got} 字节，应为 1 到 ${v.limit} 字节。文件已损坏或不是 OSM PBF，请重新下载。`,
    en: `At byte ${v.at} the OSM PBF file declares a blob header of ${v.got} bytes, expected 1 to ${v.limit}. It is damaged or not OSM PBF: download it again.`,
  }),
  'pbf-blob-size': (v: { at: number; got: number; limit: number }) => ({
    zh: `OSM PBF 文件第 ${v.at} 字节处的数据块声明长度是 ${v.got} 字节，应为 0 到 ${v.limit} 字节。为防止耗尽内存，没有读取；请换一个来源的文件。`,
    en: `The blob at byte ${v.at} of the OSM PBF file declares ${v.got} bytes, expected 0 to ${v.limit}. It was not read, so as not to exhaust memory: take the file from another source.`,
  }),
  'pbf-compression': (v: { at: number; got: string }) => ({
    zh: `OSM PBF 文件第 ${v.at} 字节处的数据块用 ${v.got} 压缩，应为 zlib 或不压缩。请转换：osmium cat 输入 -o 输出.osm.pbf -f pbf,pbf_compression=zlib。`,
    en: `The blob at byte ${v.at} of the OSM PBF file is packed with ${v.got}, expected zlib or none. Convert it: osmium cat input -o output.osm.pbf -f pbf,pbf_compression=zlib.`,
  }),
  'pbf-no-data': (v: { at: number }) => ({
    zh: `OSM PBF 文件第 ${v.at} 字节处的数据块里没有数据，应为 raw 或带 raw_size 的 zlib 数据。请重新下载该文件。`,
    en: `The blob at byte ${v.at} of the OSM PBF file holds no data, expected raw data, or zlib data with its raw_size. Download the file again.`,
  }),
  'pbf-inflate': (v: { at: number; rawSize: number; reason: string }) => ({
    zh: `OSM PBF 文件第 ${v.at} 字节处的 zlib 数据不能解压成声明的 ${v.rawSize} 字节（${v.reason}）。文件已损坏，请重新下载。`,
    en: `The zlib data of the blob at byte ${v.at} of the OSM PBF file does not unpack to the ${v.rawSize} bytes declared (${v.reason}). The file is damaged: download it again.`,
  }),
  'pbf-no-header': (v: { at: number; got: string }) => ({
    zh: `OSM PBF 文件第 ${v.at} 字节处的块是“${v.got}”，应先有一个 OSMHeader 块。请重新下载或重新导出该文件。`,
    en: `The blob at byte ${v.at} of the OSM PBF file is "${v.got}", expected an OSMHeader first. Download or export the file again.`,
  }),
  'pbf-second-header': (v: { at: number }) => ({
    zh: `OSM PBF 文件第 ${v.at} 字节处又有一个 OSMHeader，应只有一个：像是几个文件直接接在了一起。请用 osmium merge 合并。`,
    en: `At byte ${v.at} the OSM PBF file has a second OSMHeader, expected one: it looks like files glued together. Join them with osmium merge.`,
  }),
  'pbf-history': (v: { at: number }) => ({
    zh: `OSM PBF 文件（第 ${v.at} 字节处的文件头）含历史版本（HistoricalInformation），应为某一时刻的数据。请转换：osmium time-filter 输入 时刻 -o 输出.osm.pbf。`,
    en: `The OSM PBF file holds history (HistoricalInformation in the header at byte ${v.at}), expected the data of one moment. Convert it: osmium time-filter input time -o output.osm.pbf.`,
  }),
  'pbf-feature': (v: { at: number; got: string }) => ({
    zh: `OSM PBF 文件（第 ${v.at} 字节处的文件头）要求功能“${v.got}”，这里只支持 OsmSchema-V0.6 和 DenseNodes。请用 osmium cat 转换成普通的 .osm.pbf。`,
    en: `The OSM PBF file (header at byte ${v.at}) requires the feature "${v.got}", supported are OsmSchema-V0.6 and DenseNodes. Convert it to a plain .osm.pbf with osmium cat.`,
  }),

  'pbf-varint': (v: InBlock) =>
    damaged(
      v,
      { zh: '一个超过 10 字节的变长整数', en: 'a varint longer than 10 bytes' },
      { zh: '1 到 10 字节', en: '1 to 10 bytes' },
    ),
  'pbf-beyond': (v: InBlock & { got: number; expected: number }) =>
    damaged(
      v,
      {
        zh: `一个延伸到第 ${v.got} 字节的字段`,
        en: `a field that reaches to byte ${v.got}`,
      },
      {
        zh: `不超过第 ${v.expected} 字节（所在消息的末尾）`,
        en: `none beyond byte ${v.expected}, the end of its message`,
      },
    ),
  'pbf-wire-type': (v: InBlock & { field: number; got: number }) =>
    damaged(
      v,
      { zh: `字段 ${v.field} 的编码类型 ${v.got}`, en: `field ${v.field} with wire type ${v.got}` },
      { zh: 'OSM PBF 规范规定的编码类型', en: 'the wire type that the OSM PBF format gives it' },
    ),
  'pbf-repeated': (v: InBlock & { field: number }) =>
    damaged(
      v,
      { zh: `重复的字段 ${v.field}`, en: `field ${v.field} a second time` },
      { zh: '每条消息只有一次', en: 'it once in a message' },
    ),
  'pbf-missing': (v: InBlock & { message: string; field: string }) =>
    damaged(
      v,
      { zh: `缺少 ${v.field} 的 ${v.message}`, en: `a ${v.message} without ${v.field}` },
      { zh: `带 ${v.field} 的 ${v.message}`, en: `a ${v.message} with ${v.field}` },
    ),
  'pbf-number': (v: InBlock & { field: string; got: number }) =>
    damaged(
      v,
      { zh: `${v.field} = ${v.got}`, en: `${v.field} = ${v.got}` },
      { zh: '规范允许范围内的整数', en: 'a whole number in the range of the format' },
    ),
  'pbf-string-index': (v: InBlock & { got: number; count: number }) =>
    damaged(
      v,
      { zh: `字符串编号 ${v.got}`, en: `string index ${v.got}` },
      {
        zh: `小于 ${v.count}（字符串表的长度）`,
        en: `below ${v.count}, the string table's length`,
      },
    ),
  'pbf-unequal': (v: InBlock & { field: string; got: number; expected: number }) =>
    damaged(
      v,
      { zh: `${v.got} 个 ${v.field}`, en: `${v.got} of ${v.field}` },
      { zh: `${v.expected} 个`, en: `${v.expected}` },
    ),
  'pbf-coordinate': (v: InBlock & { got: number; limit: number }) =>
    damaged(
      v,
      { zh: `坐标 ${v.got} 度`, en: `a coordinate of ${v.got} degrees` },
      { zh: `−${v.limit} 到 ${v.limit} 度`, en: `−${v.limit} to ${v.limit}` },
    ),
  'pbf-utf8': (v: InBlock) =>
    damaged(
      v,
      { zh: '不是 UTF-8 的文字', en: 'text that is not UTF-8' },
      { zh: 'UTF-8 文字', en: 'UTF-8' },
    ),

  'xml-cut': (v: { at: number; line: number; expected: string }) => ({
    zh: `OSM XML 文件在第 ${v.at} 字节（第 ${v.line} 行）处中断，应有 ${v.expected}。请重新下载或重新导出该文件。`,
    en: `The OSM XML file breaks off at byte ${v.at} (line ${v.line}), expected ${v.expected}. Download or export the file again.`,
  }),
  'xml-syntax': (v: { at: number; line: number; got: string; expected: Text }) => ({
    zh: `OSM XML 有语法错误：第 ${v.at} 字节（第 ${v.line} 行）处读到“${v.got}”，应为${v.expected.zh}。请重新下载，或在该处改正。`,
    en: `The OSM XML is not well formed: at byte ${v.at} (line ${v.line}) got "${v.got}", expected ${v.expected.en}. Download it again, or mend it there.`,
  }),
  'xml-doctype': (v: { at: number; line: number }) => ({
    zh: `OSM XML 第 ${v.at} 字节（第 ${v.line} 行）处有 DOCTYPE，应没有：OSM 文件不用它，为安全起见不读。请删去后再试。`,
    en: `The OSM XML has a DOCTYPE at byte ${v.at} (line ${v.line}), expected none: OSM files do without, and it is not read for safety. Remove it and try again.`,
  }),
  'xml-entity': (v: { at: number; line: number; got: string }) => ({
    zh: `OSM XML 第 ${v.at} 字节（第 ${v.line} 行）处读到实体“${v.got}”，只支持 &lt; &gt; &amp; &quot; &apos; 和合法的 &#数字；。请改成文字本身。`,
    en: `The OSM XML has the entity "${v.got}" at byte ${v.at} (line ${v.line}), expected &lt; &gt; &amp; &quot; &apos; or a valid &#number;. Write the character itself.`,
  }),
  'xml-encoding': (v: { at: number; line: number; got: string }) => ({
    zh: `OSM XML 第 ${v.at} 字节（第 ${v.line} 行）处的编码是 ${v.got}，应为 UTF-8。请另存为 UTF-8。`,
    en: `The OSM XML is encoded as ${v.got} at byte ${v.at} (line ${v.line}), expected UTF-8. Save it as UTF-8.`,
  }),
  'xml-utf8': (v: { at: number; line: number }) => ({
    zh: `OSM XML 第 ${v.at} 字节（第 ${v.line} 行）处的文字不是 UTF-8，应为 UTF-8（可能是 GBK）。请另存为 UTF-8。`,
    en: `The OSM XML has text at byte ${v.at} (line ${v.line}) that is not UTF-8, expected UTF-8 (it may be GBK). Save it as UTF-8.`,
  }),
  'xml-root': (v: { at: number; line: number; got: string }) => ({
    zh: `XML 的根元素是 <${v.got}>（第 ${v.at} 字节，第 ${v.line} 行），应为 <osm>。请选择 OSM 数据文件。`,
    en: `The XML's root is <${v.got}> (byte ${v.at}, line ${v.line}), expected <osm>. Choose a file of OSM data.`,
  }),
  'xml-version': (v: { at: number; line: number; got: string }) => ({
    zh: `OSM XML 的版本是 ${v.got}（第 ${v.at} 字节，第 ${v.line} 行），应为 0.6。请用 JOSM 或 osmium 重新导出。`,
    en: `The OSM XML is version ${v.got} (byte ${v.at}, line ${v.line}), expected 0.6. Export it again with JOSM or osmium.`,
  }),
  'xml-value': (v: { at: number; line: number; field: string; got: string; expected: Text }) => ({
    zh: `OSM XML 第 ${v.at} 字节（第 ${v.line} 行）处 ${v.field} 是“${v.got}”，应为${v.expected.zh}。请在该处改正，或重新导出。`,
    en: `In the OSM XML at byte ${v.at} (line ${v.line}) ${v.field} is "${v.got}", expected ${v.expected.en}. Mend it there, or export again.`,
  }),
  'xml-missing': (v: { at: number; line: number; element: string; field: string }) => ({
    zh: `OSM XML 第 ${v.at} 字节（第 ${v.line} 行）处的 <${v.element}> 没有 ${v.field}，应有。请在该处补上，或重新导出（Overpass 用 out body 或 out meta）。`,
    en: `In the OSM XML at byte ${v.at} (line ${v.line}) <${v.element}> has no ${v.field}, expected one. Add it there, or export again (Overpass: out body or out meta).`,
  }),
  'xml-remark': (v: { at: number; line: number }) => ({
    zh: `OSM XML 第 ${v.at} 字节（第 ${v.line} 行）处有 <remark>，应没有：Overpass 查询超时或内存不够时写下它，数据不完整。请缩小范围重新查询。`,
    en: `The OSM XML has a <remark> at byte ${v.at} (line ${v.line}), expected none: Overpass writes it when a query ran out of time or memory, so the data is incomplete. Query a smaller area again.`,
  }),
} satisfies Record<string, (values: never) => Text>;

type Texts = typeof osmFaultTexts;
export type OsmFaultCode = keyof Texts;

/**
 * Makes the fault of a code, not yet thrown.
 * @param values what the code's text needs; every place is a byte offset, `line` is 1-based.
 */
export function osmFault<C extends OsmFaultCode>(code: C, ...values: Parameters<Texts[C]>): Fault {
  const text = osmFaultTexts[code] as (...v: Parameters<Texts[C]>) => Text;
  return new Fault(code, text(...values));
}
