import { entry, inLanguage, type Language, type Said, text } from '../shared/phrase.ts';

/** Words of the Hand in tab, Chinese first. Numbers come in already formatted. */
const HANDIN = {
  of: text('交付的内容', 'What is handed in'),
  baseline: text('现状（没有改动）', 'Baseline (nothing changed)'),
  scenario: entry(
    (name: string) => `方案${name ? `“${name}”` : ''}`,
    (name: string) => (name ? `Scenario “${name}”` : 'Scenario'),
  ),
  onDay: entry(
    (date: string) => `按 ${date} 已启用的设施`,
    (date: string) => `facilities as open on ${date}`,
  ),
  noList: text(
    '本区域没有这项服务的设施清单，0 不是结果，所以没有可交付的。',
    'This region has no list of facilities for this service: nought would be no result, so there is nothing to hand in.',
  ),
  report: text('报告', 'Report'),
  reportWhy: text(
    '一页 A4：问题、规则、地图、数字和分母、缺口、区划、来源、局限。',
    'One A4 page: question, rule, map, numbers with denominators, gaps, areas, sources, limits.',
  ),
  openReport: text('打开打印页', 'Open the page to print'),
  print: text('打印或存为 PDF', 'Print, or save as PDF'),
  saveHtml: text('下载 HTML', 'Download HTML'),
  closeReport: text('返回', 'Back'),
  embed: text('放进文章', 'In the article'),
  embedWhy: text(
    '一段代码、一张图片，或一个可以放到任何主机上的文件夹；数字定格，带规则、分母和来源。',
    'A piece of code, a picture, or a folder for any host; figures frozen, with rule, denominator and sources.',
  ),
  openEmbed: text('打开嵌入工具', 'Open the builder'),
  tables: text('表格和图层', 'Tables and layers'),
  what: text('内容', 'Contents'),
  layer_areas: text('区划与数字', 'Areas with figures'),
  layer_gaps: text('缺口', 'Gaps'),
  layer_places: text('居住点与分钟', 'Places with minutes'),
  layer_facilities: text('全部设施（可再导入）', 'All facilities (to be read in again)'),
  layer_bands: text('时间圈', 'Bands of minutes'),
  format: text('格式', 'Format'),
  format_geojson: text('GeoJSON', 'GeoJSON'),
  format_csv: text('CSV（Excel 可直接打开）', 'CSV (opens in Excel)'),
  format_xlsx: text('Excel 工作簿（XLSX）', 'Excel workbook (XLSX)'),
  format_fgb: text('FlatGeobuf（QGIS）', 'FlatGeobuf (QGIS)'),
  download: text('下载', 'Download'),
  pictures: text('地图图片', 'Pictures of the map'),
  picturesWhy: text(
    '带标题、规则、图例、比例尺、来源和日期。PNG 是屏幕上的地图，SVG 是全区矢量图。',
    'With title, rule, legend, scale, sources and date. PNG is the map on screen, SVG the whole region as vectors.',
  ),
  png: entry(
    (times: string) => `PNG ${times}×`,
    (times: string) => `PNG ${times}×`,
  ),
  svg: text('SVG 矢量图', 'SVG vectors'),
  noMap: text('这台设备画不了地图，只能用 SVG。', 'This device cannot draw the map: only SVG.'),
  making: text('正在生成…', 'Making the file…'),
  done: entry(
    (name: string, size: string) => `已生成 ${name}（${size}）。`,
    (name: string, size: string) => `${name} is made (${size}).`,
  ),
  failed: text(
    '没有生成：这是软件的错误，请重新载入页面再试。',
    'Nothing was made: this is a fault of the software. Reload the page and try again.',
  ),
  check: text('核对导出的文件', 'Check an exported file'),
  checkWhy: text(
    '每个文件都带着方法：选一个，在这里重算，看数字是否分毫不差。命令行：huimin rerun 文件。',
    'Every file carries its method: choose one to compute it again here, to the last bit. In the terminal: huimin rerun FILE.',
  ),
  choose: text('选择文件', 'Choose a file'),
  same: entry(
    (name: string, service: string, made: string) =>
      `${name}：与重算结果分毫不差（${service}，${made} 制作）。`,
    (name: string, service: string, made: string) =>
      `${name}: the same to the bit (${service}, made ${made}).`,
  ),
  differs: entry(
    (name: string, list: string) => `${name}：重算结果不同。${list}`,
    (name: string, list: string) => `${name}: other figures now. ${list}`,
  ),
  thenNow: entry(
    (figure: string, then: string, now: string) => `${figure}：原为 ${then}，现为 ${now}`,
    (figure: string, then: string, now: string) => `${figure}: ${then} then, ${now} now`,
  ),
} as const;

export type HandInWords = Said<typeof HANDIN>;

/** The chapter in one language. */
export const handInWordsIn = (language: Language): HandInWords => inLanguage(HANDIN, language);
