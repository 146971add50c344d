import { entry, inLanguage, type Language, many, type Said, text } from '../shared/phrase.ts';

/** Words of bringing in a file of one's own, Chinese first. Numbers come in already formatted. */
const IMPORT = {
  title: text('导入自己的数据', 'Bring your own data'),
  promise: text(
    '文件只在这台设备上读取，不会上传。可用 CSV、XLSX、GeoJSON、KML、KMZ、GPX、FlatGeobuf。',
    'The file is read on this device and goes nowhere. CSV, XLSX, GeoJSON, KML, KMZ, GPX or FlatGeobuf.',
  ),
  choose: text('选择文件', 'Choose a file'),
  drop: text('或把文件拖到这里', 'or drop it here'),
  template: text('下载样表', 'Template sheet'),
  templateFor: text('没有表格？从样表开始', 'No sheet yet? Begin with a template'),
  close: text('关闭', 'Close'),
  reading: text('正在读取文件…', 'Reading the file…'),
  broke: text('出了故障，请重新选择文件。', 'Something broke. Choose the file again.'),
  sheet: text('工作表', 'Sheet'),
  target: text('导入为', 'Bring in as'),
  as_facilities: text('设施', 'Facilities'),
  as_people: text('人口', 'People'),
  as_areas: text('区划', 'Areas'),
  as_candidates: text('备选点', 'Candidates'),
  rows: entry(
    (name: string, n: string) => `${name}：${n} 行`,
    (name: string, n: string) => `${name}: ${many(n, 'row', 'rows')}`,
  ),
  columns: text('列的对应', 'Columns'),
  noColumn: text('（无）', '(none)'),
  moreColumns: text('其他列', 'Other columns'),
  preview: text('前几行', 'The first rows'),
  service: text('没有类别的行算作', 'Rows without a category are'),
  noService: text('（不导入）', '(not brought in)'),
  categories: text('类别对应的服务', 'What categories stand for'),
  categoryRows: entry(
    (word: string, n: string) => `${word}（${n} 行）`,
    (word: string, n: string) => `${word} (${many(n, 'row', 'rows')})`,
  ),
  moreCategories: entry(
    (n: string) => `另有 ${n} 种类别没有列出：这一列可能不是类别。`,
    (n: string) => `${n} more are not listed: this column may hold no categories.`,
  ),
  crs: text('坐标系', 'Coordinate system'),
  crsAsk: text('请选择', 'Choose one'),
  crs_wgs84: text('WGS 84 / CGCS2000（GPS、天地图）', 'WGS 84 / CGCS2000 (GPS, Tianditu)'),
  crs_gcj02: text('GCJ-02（高德、腾讯）', 'GCJ-02 (AMap, Tencent)'),
  crs_bd09: text('BD-09（百度）', 'BD-09 (Baidu)'),
  said: entry(
    (where: string, crs: string) => `“${where}”像是 ${crs}。`,
    (where: string, crs: string) => `“${where}” speaks of ${crs}.`,
  ),
  fits: entry(
    (crs: string, close: string, of: string) =>
      `按街道比对，${crs} 最合：试的 ${of} 个点里有 ${close} 个在街道 30 米以内。`,
    (crs: string, close: string, of: string) =>
      `Held against the streets ${crs} fits best: ${close} of ${of} points tried lie within 30 m of one.`,
  ),
  noFit: text('按街道比对看不出坐标系。', 'The streets do not tell the coordinate system.'),
  swapped: text(
    '经度和纬度写反了，整列对调',
    'Longitude and latitude are the wrong way round: exchange them',
  ),
  judge: text('检查每一行', 'Check every row'),
  judging: entry(
    (done: string, of: string) => `已检查 ${done} / ${of} 行`,
    (done: string, of: string) => `${done} of ${of} rows checked`,
  ),
  stop: text('停止', 'Stop'),
  account: entry(
    (rows: string, accepted: string, repaired: string, rejected: string) =>
      `共 ${rows} 行：接受 ${accepted}，修正后接受 ${repaired}，未接受 ${rejected}。`,
    (rows: string, accepted: string, repaired: string, rejected: string) =>
      `${many(rows, 'row', 'rows')}: ${accepted} accepted, ${repaired} repaired, ${rejected} rejected.`,
  ),
  list: text('行', 'Rows'),
  all: text('全部', 'All'),
  accepted: text('接受', 'Accepted'),
  repaired: text('修正后接受', 'Repaired'),
  rejected: text('未接受', 'Rejected'),
  waiting: text('等待定位', 'Waiting for a place'),
  duplicates: text('重复', 'Twice'),
  line: entry(
    (n: string) => `第 ${n} 行`,
    (n: string) => `Row ${n}`,
  ),
  page: entry(
    (from: string, to: string, of: string) => `${from}–${to} / ${of}`,
    (from: string, to: string, of: string) => `${from}–${to} of ${of}`,
  ),
  before: text('上一页', 'Back'),
  after: text('下一页', 'On'),
  none: text('没有这样的行。', 'No such rows.'),
  fix: text('修改', 'Change'),
  drop1: text('不要', 'Leave out'),
  keep: text('保留', 'Keep'),
  keepAll: text('重复的全部保留', 'Keep all that are twice'),
  placeOnMap: text('在地图上放置', 'Place on the map'),
  placing: text('请点地图；Esc 取消', 'Click the map; Esc to cancel'),
  match: entry(
    (name: string) => `放到“${name}”`,
    (name: string) => `Place at ${name}`,
  ),
  noMatch: text('区域里没有相近的地名。', 'The region knows no such name.'),
  find: text('按地名找', 'Find by name'),
  placeSure: text('同名的全部定位', 'Place all whose name is known'),
  geocoder: text('用自己的地理编码服务', 'A geocoder of your own'),
  geocoderWarns: text(
    '会把等待定位的行的地址逐条发送到下面的网址，只有按下按钮才发送。',
    'Sends the addresses of waiting rows to the address below, one by one, and only once you press the button.',
  ),
  geocoderUrl: text('网址', 'Address'),
  geocoderKey: text('密钥', 'Key'),
  geocode: text('发送并定位', 'Send and place'),
  geocoding: entry(
    (done: string, of: string, found: string) => `已问 ${done} / ${of} 条，找到 ${found} 条`,
    (done: string, of: string, found: string) => `${done} of ${of} asked, ${found} found`,
  ),
  mode: text('放到地图上', 'Onto the map'),
  beside: text('加在现有设施旁', 'Beside what is there'),
  instead: text('代替同类的现有设施', 'In place of the same services'),
  add: entry(
    (n: string) => `把 ${n} 处加到地图上`,
    (n: string) => `Add ${many(n, 'place', 'places')} to the map`,
  ),
  added: entry(
    (name: string, n: string) => `“${name}”已加到地图上：${n} 处。`,
    (name: string, n: string) => `${name} is on the map: ${many(n, 'place', 'places')}.`,
  ),
  layers: text('已导入的数据', 'What was brought along'),
  remove: text('移除', 'Remove'),
  notOnMap: text(
    '人口、区划和备选点不能直接加到打开的区域里：请下载整理好的文件，供 huimin region build 或选址使用。',
    'People, areas and candidates cannot be laid over an open region: download the tidy file for huimin region build, or for siting.',
  ),
  saveRows: text('下载接受的行', 'Download the rows taken'),
  saveReasons: text('下载清单和原因', 'Download the list with reasons'),
};

export type ImportWords = Said<typeof IMPORT>;

export const importWordsIn = (language: Language): ImportWords => inLanguage(IMPORT, language);

/** Fields of tables, as the mapping lists them. */
const FIELD_NAMES: Record<string, [zh: string, en: string]> = {
  id: ['编号', 'Id'],
  name: ['名称', 'Name'],
  name_en: ['英文名', 'English name'],
  service: ['类别', 'Category'],
  lon: ['经度', 'Longitude'],
  lat: ['纬度', 'Latitude'],
  position: ['坐标（经度,纬度）', 'Position (lon,lat)'],
  address: ['地址', 'Address'],
  status: ['状态', 'Status'],
  capacity: ['容量', 'Capacity'],
  opened: ['启用日期', 'Opened'],
  hours: ['开放时间', 'Hours'],
  phone: ['电话', 'Phone'],
  step_free: ['无障碍', 'Step-free'],
  equipped: ['已配充电', 'Has charging'],
  accuracy: ['定位精度', 'Accuracy'],
  source: ['来源', 'Source'],
  total: ['人口', 'People'],
  price: ['价格或造价', 'Price'],
  note: ['备注', 'Note'],
  zone: ['城乡', 'Urban or rural'],
};

export const fieldName = (field: string, language: Language) =>
  FIELD_NAMES[field]?.[language === 'zh' ? 0 : 1] ?? field;
