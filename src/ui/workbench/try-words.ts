import {
  entry,
  inLanguage,
  type Language,
  many,
  persons,
  type Said,
  text,
} from '../shared/phrase.ts';

/** Words of the Try tab, Chinese first. Numbers come in already formatted. */
const TRY = {
  scenarios: text('方案', 'Scenarios'),
  baseline: text('现状（不可改）', 'Baseline (cannot be edited)'),
  baselineShort: text('现状', 'Baseline'),
  firstEdit: text(
    '第一处改动会自动新建一个方案。',
    'The first change makes a scenario of its own.',
  ),
  scenarioName: entry(
    (n: string) => `方案 ${n}`,
    (n: string) => `Scenario ${n}`,
  ),
  copyName: entry(
    (name: string, n: string) => `${name} 副本${n === '1' ? '' : ` ${n}`}`,
    (name: string, n: string) => `${name} copy${n === '1' ? '' : ` ${n}`}`,
  ),
  editCount: entry(
    (n: string) => `${n} 处改动`,
    (n: string) => many(n, 'change', 'changes'),
  ),
  newScenario: text('新建', 'New'),
  undo: text('撤销', 'Undo'),
  redo: text('重做', 'Redo'),
  name: text('方案名称', 'Name of the scenario'),
  duplicate: text('复制', 'Duplicate'),
  up: text('上移', 'Up'),
  down: text('下移', 'Down'),
  remove: text('删除', 'Delete'),
  // A facility more.
  addTitle: text('新增设施', 'Add a site'),
  newSite: entry(
    (n: string) => `新增 ${n}`,
    (n: string) => `New ${n}`,
  ),
  addOnMap: text('在地图上点选位置', 'Click its place on the map'),
  addingOnMap: text('请点地图；Esc 取消', 'Click the map; Esc to cancel'),
  lon: text('经度', 'Longitude'),
  lat: text('纬度', 'Latitude'),
  coordinates: text('坐标（WGS 84，度）', 'Coordinates (WGS 84, degrees)'),
  addHere: text('按坐标新增', 'Add at these'),
  atGap: text('缺口', 'Gap'),
  gapOption: entry(
    (rank: string, people: string) => `缺口 ${rank}（${people} 人）`,
    (rank: string, people: string) => `Gap ${rank} (${persons(people)})`,
  ),
  addAtGap: text('在缺口新增', 'Add at the gap'),
  outsideRegion: entry(
    (lon: string, lat: string, box: string) =>
      `${lon}，${lat} 不在本区域的数据范围内（${box}）。请检查经纬度的顺序和坐标系。`,
    (lon: string, lat: string, box: string) =>
      `${lon}, ${lat} lies outside the data of this region (${box}). Check the order of the two and the coordinate system.`,
  ),
  // The site in hand.
  edit: text('修改设施', 'Edit a site'),
  pickSite: text('设施', 'Site'),
  pickOne: text('在地图上点一处，或在这里选', 'Click one on the map, or choose here'),
  addedOption: entry(
    (name: string) => `${name}（新增）`,
    (name: string) => `${name} (new)`,
  ),
  moveTo: text('移到坐标', 'Move to these'),
  moveByKeys: text('到地图上用方向键移动', 'Move it on the map by arrow keys'),
  siteName: text('设施名称', 'Name of the site'),
  status: text('状态', 'Status'),
  close: text('关停', 'Close it'),
  reopen: text('重新开放', 'Reopen it'),
  capacity: text('容量（人）', 'Capacity (people)'),
  opens: text('开放日期', 'Opening date'),
  removeSite: text('取消新增', 'Remove the addition'),
  done: text('收起', 'Done'),
  badDate: entry(
    (got: string) => `“${got}”不是日期，应为 2027、2027-03 或 2027-03-01。`,
    (got: string) => `“${got}” is no date; expected 2027, 2027-03 or 2027-03-01.`,
  ),
  badCapacity: entry(
    (got: string) => `“${got}”不是容量，应为 0 或更大的数；不知道就留空。`,
    (got: string) => `“${got}” is no capacity; expected 0 or more, or nothing where it is unknown.`,
  ),
  pin: entry(
    (name: string) => `移动“${name}”`,
    (name: string) => `Move ${name}`,
  ),
  pinKeys: text(
    '按住拖动；方向键移 10 米，加 Shift 移 100 米；回车放下，Esc 取消。',
    'Drag it; arrow keys move it 10 m, with Shift 100 m; Enter drops it, Esc cancels.',
  ),
  gainLoss: entry(
    (gained: string, lost: string) => `+${gained} 人 −${lost} 人`,
    (gained: string, lost: string) => `+${gained} −${lost} people`,
  ),
  held: entry(
    (name: string) => `正在移动“${name}”`,
    (name: string) => `Moving ${name}`,
  ),
  dropped: entry(
    (name: string, gained: string, lost: string) =>
      `“${name}”已移动：比移动前 +${gained} 人 −${lost} 人`,
    (name: string, gained: string, lost: string) =>
      `${name} moved: +${gained} −${lost} people against before`,
  ),
  cancelled: entry(
    (name: string) => `“${name}”放回原处。`,
    (name: string) => `${name} is back where it was.`,
  ),
  heldOff: text('这里接不上街道：没有人能到。', 'No street joins this place: nobody gets there.'),
  heldIdle: text(
    '这处设施没有开放，移动它不改变人数。',
    'This site is not open: moving it changes no figure.',
  ),
  // The list of edits.
  edits: text('改动', 'Changes'),
  noEdits: text('还没有改动，与现状相同。', 'No changes yet: the same as the baseline.'),
  added: entry(
    (name: string, lon: string, lat: string) => `新增“${name}”（${lon}，${lat}）`,
    (name: string, lon: string, lat: string) => `${name} added at ${lon}, ${lat}`,
  ),
  moved: entry(
    (name: string, metres: string, lon: string, lat: string) =>
      `“${name}”移动 ${metres} 米，到 ${lon}，${lat}`,
    (name: string, metres: string, lon: string, lat: string) =>
      `${name} moved by ${metres} m to ${lon}, ${lat}`,
  ),
  statusSet: entry(
    (name: string, before: string, after: string) => `“${name}”由“${before}”改为“${after}”`,
    (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
  ),
  capacitySet: entry(
    (name: string, before: string, after: string) => `“${name}”容量 ${before} → ${after}`,
    (name: string, before: string, after: string) => `${name}: capacity ${before} → ${after}`,
  ),
  openedSet: entry(
    (name: string, before: string, after: string) => `“${name}”开放日期 ${before} → ${after}`,
    (name: string, before: string, after: string) => `${name}: opening date ${before} → ${after}`,
  ),
  unknown: text('未知', 'unknown'),
  ignored: text('未生效：本区域没有这处设施。', 'Without effect: this region has no such site.'),
  removeEdit: entry(
    (sentence: string) => `去掉这处改动：${sentence}`,
    (sentence: string) => `Take back: ${sentence}`,
  ),
  takeBack: text('去掉', 'Take back'),
  // The days to come.
  days: text('开放时间表', 'Opening dates'),
  day: text('看哪一天', 'Day looked at'),
  asListed: text('今天（按清单）', 'Today (as listed)'),
  dayChange: entry(
    (date: string, sites: string, gained: string, lost: string) =>
      `到 ${date}：+${sites} 处，+${gained} 人${lost === '0' ? '' : ` −${lost} 人`}`,
    (date: string, sites: string, gained: string, lost: string) =>
      `By ${date}: +${many(sites, 'site', 'sites')}, +${persons(gained)}${lost === '0' ? '' : `, −${lost}`}`,
  ),
  dayNone: entry(
    (n: string, last: string) => `已登记 ${n} 个开放日期，最晚 ${last}。`,
    (n: string, last: string) =>
      `${many(n, 'opening date is', 'opening dates are')} listed, the last ${last}.`,
  ),
  // Two of them.
  compare: text('比较两个方案', 'Compare two scenarios'),
  from: text('从', 'From'),
  to: text('到', 'To'),
  swap: text('对调', 'Swap'),
  sameTwo: text('请选两个不同的方案。', 'Choose two that differ.'),
  compareSum: entry(
    (before: string, gained: string, lost: string, after: string, people: string, whose: string) =>
      `${before} + ${gained} − ${lost} = ${after}，共 ${people} 位${whose}`,
    (before: string, gained: string, lost: string, after: string, people: string, whose: string) =>
      `${before} + ${gained} − ${lost} = ${after}, of ${people} ${whose}`,
  ),
  gained: text('新增能到', 'Gained'),
  lost: text('不再能到', 'Lost'),
  gainedSign: entry(
    (n: string) => `+${n} 人`,
    (n: string) => `+${persons(n)}`,
  ),
  lostSign: entry(
    (n: string) => `−${n} 人`,
    (n: string) => `−${persons(n)}`,
  ),
  changedAreas: text('有变化的街道、乡镇', 'Areas that change'),
  noChange: text('两者能到的人完全相同。', 'Both reach the very same people.'),
  balance: text('净变', 'Net'),
  // What each site does.
  contributions: text('每处设施的贡献', 'What each site contributes'),
  contributionsWhy: entry(
    (only: string, within: string) =>
      `能到的 ${within} 人中，${only} 人只靠一处设施：少了它就到不了。`,
    (only: string, within: string) =>
      `Of ${persons(within)} reached, ${only} depend on one site alone: without it they are left out.`,
  ),
  onlyThis: text('只靠它', 'Only it'),
  nearestThis: text('以它最近', 'Nearest'),
  site: text('设施', 'Site'),
  isAdded: text('新增', 'new'),
  showMore: entry(
    (n: string) => `列出全部 ${n} 处`,
    (n: string) => `List all ${n}`,
  ),
  // Files.
  files: text('方案文件', 'Scenario file'),
  save: text('保存方案', 'Save scenarios'),
  load: text('载入方案', 'Load scenarios'),
  nothingToSave: text('还没有方案可保存。', 'There is no scenario to save yet.'),
  saved: entry(
    (n: string) => `已保存 ${n} 个方案。`,
    (n: string) => `${many(n, 'scenario', 'scenarios')} saved.`,
  ),
  loaded: entry(
    (n: string) => `已载入 ${n} 个方案。`,
    (n: string) => `${many(n, 'scenario', 'scenarios')} loaded.`,
  ),
  loadedIgnored: entry(
    (n: string, ids: string) => `其中 ${n} 处改动没有生效，本区域没有这些设施：${ids}。`,
    (n: string, ids: string) =>
      `${many(n, 'change is', 'changes are')} without effect, since this region has not these sites: ${ids}.`,
  ),
  tooLarge: entry(
    (file: string, mb: string) =>
      `${file} 有 ${mb} MB，方案文件不应超过 20 MB。请检查是否选错了文件。`,
    (file: string, mb: string) =>
      `${file} has ${mb} MB; a file of scenarios has at most 20. Check that it is the right one.`,
  ),
  broke: text(
    '这一步没有算成：是软件的错误，不是您的。请重新载入页面。',
    'This was not computed: a fault of the software, not yours. Reload the page.',
  ),
  computing: text('正在计算…', 'Computing…'),
} as const;

export type TryWords = Said<typeof TRY>;

/** The words of the tab in one language. */
export const tryWordsIn = (language: Language): TryWords => inLanguage(TRY, language);
