import type { StoreFault } from '../../state/project-db.ts';
import {
  entry,
  type Entry,
  inLanguage,
  type Language,
  many,
  type Said,
  text,
} from '../shared/phrase.ts';

/** Words of the projects, Chinese first. Numbers and times come in already formatted. */
const PROJECTS = {
  project: text('项目', 'Project'),
  projects: text('项目', 'Projects'),
  close: text('关闭', 'Close'),
  waiting: text('正在保存…', 'Saving…'),
  savedAt: entry(
    (time: string) => `已保存 ${time}`,
    (time: string) => `Saved ${time}`,
  ),
  unsaved: text('未能保存', 'Not saved'),
  nothing: text(
    '还没有要保存的内容。第一处改动会自动新建一个项目，边改边存在这个浏览器里，不发往任何地方。',
    'There is nothing to keep yet. The first change makes a project, which is kept in this browser as you edit and sent nowhere.',
  ),
  kept: text(
    '边改边存在这个浏览器里，不发往任何地方。换电脑或留底请导出为文件。',
    'It is kept in this browser as you edit and sent nowhere. To move it to another computer, or to be safe, export it as a file.',
  ),
  name: text('项目名称', 'Name of the project'),
  freshName: entry(
    (region: string, day: string) => `${region} ${day}`,
    (region: string, day: string) => `${region} ${day}`,
  ),
  begin: text('新建空项目', 'New empty project'),
  saveCopy: text('另存为副本', 'Save as a copy'),
  copyName: entry(
    (name: string) => `${name} 副本`,
    (name: string) => `${name} copy`,
  ),
  exportFile: text('导出为文件（.huimin）', 'Export as a file (.huimin)'),
  exportNow: text('导出项目', 'Export the project'),
  importFile: text('打开文件…', 'Open a file…'),
  exported: entry(
    (file: string, size: string) => `已导出 ${file}（${size}）。`,
    (file: string, size: string) => `${file} exported (${size}).`,
  ),
  imported: entry(
    (name: string) => `已打开“${name}”。`,
    (name: string) => `“${name}” is open.`,
  ),
  otherRegion: entry(
    (file: string, region: string, there: string) =>
      `${file}：这个项目的区域是“${region}”，这里没有。这里有：${there}。请先生成或安装那个区域。`,
    (file: string, region: string, there: string) =>
      `${file}: its region is “${region}”, which is not here. There are: ${there}. Build or install that region first.`,
  ),
  tooLarge: entry(
    (file: string, mb: string) => `${file} 有 ${mb} MB，最多 300 MB。没有打开。`,
    (file: string, mb: string) => `${file}: ${mb} MB, expected at most 300 MB. It was not opened.`,
  ),
  list: text('这个浏览器里的项目', 'Projects in this browser'),
  none: text('还没有。', 'None yet.'),
  withLayers: entry(
    (n: string) => `含 ${n} 个导入图层`,
    (n: string) => `with ${many(n, 'layer', 'layers')} brought along`,
  ),
  facts: entry(
    (region: string, scenarios: string, layers: string, time: string) =>
      `${region} · ${scenarios} 个方案 · ${layers} 个导入图层 · 改于 ${time}`,
    (region: string, scenarios: string, layers: string, time: string) =>
      `${region} · ${many(scenarios, 'scenario', 'scenarios')} · ${many(layers, 'layer', 'layers')} brought along · changed ${time}`,
  ),
  isOpen: text('已打开', 'open'),
  newerOne: text(
    '由更新的软件写成，这里打不开。',
    'Written by newer software; it cannot be opened here.',
  ),
  open: text('打开', 'Open'),
  duplicate: text('复制', 'Duplicate'),
  duplicateNamed: entry(
    (name: string) => `复制“${name}”`,
    (name: string) => `Duplicate “${name}”`,
  ),
  remove: text('删除', 'Delete'),
  removeNamed: entry(
    (name: string) => `删除“${name}”`,
    (name: string) => `Delete “${name}”`,
  ),
  removed: entry(
    (name: string) => `已删除“${name}”。`,
    (name: string) => `“${name}” is deleted.`,
  ),
  undo: text('撤销删除', 'Undo'),
  deleted: entry(
    (days: string) => `最近删除的（${days} 天后清除）`,
    (days: string) => `Deleted lately (gone for good after ${days} days)`,
  ),
  restore: text('恢复', 'Restore'),
  restoreNamed: entry(
    (name: string) => `恢复“${name}”`,
    (name: string) => `Restore “${name}”`,
  ),
  room: entry(
    (used: string, quota: string) => `浏览器里用了 ${used}，最多可用 ${quota}。`,
    (used: string, quota: string) => `${used} of the browser's room are used, of ${quota}.`,
  ),
  roomUnknown: text(
    '浏览器没有说还有多少空间。',
    'The browser does not say how much room there is.',
  ),
  persisted: text('浏览器答应不自行清理。', 'The browser has promised not to clear it by itself.'),
  notPersisted: text(
    '空间紧张时浏览器可能自行清理，重要的项目请导出留底。',
    'The browser may clear it by itself when room is short: export what matters.',
  ),
  askPersist: text('请浏览器不要清理', 'Ask the browser not to clear it'),
  nearlyFull: text('空间快满了，请先导出项目。', 'It is nearly full: export your projects first.'),
  overtaken: text(
    '另一个标签页改了这个项目。这里的内容不会再写到它上面，免得互相覆盖。',
    'Another tab has changed this project. What is here is no longer written to it, so that neither overwrites the other.',
  ),
  gone: text(
    '另一个标签页删除了这个项目。这里的内容只在这个页面里。',
    'Another tab has deleted this project. What is here is in this page alone.',
  ),
  takeTheirs: text('改用那边的内容', 'Take what is there'),
  otherData: text(
    '这个项目是用另一版区域数据做的，数字可能与当时不同。',
    'This project was made with other data of the region: figures may differ from then.',
  ),
  gotIt: text('知道了', 'Got it'),
} as const;

/** Why nothing is written. */
const FAILED = {
  full: text(
    '未能保存：浏览器的空间已满。改动还在这个页面里，可以继续做；请导出项目，或删去不要的项目。',
    "Not saved: the browser's room is full. The changes are still in this page and you can go on; export the project, or delete projects you do not need.",
  ),
  unavailable: text(
    '未能保存：浏览器不让本页存东西（例如无痕窗口）。改动只在这个页面里，关闭前请导出项目。',
    'Not saved: the browser lets this page keep nothing (as in a private window). The changes are in this page alone; export the project before you close it.',
  ),
  newer: text(
    '未能保存：这个浏览器里的项目由更新的软件写成。请导出项目，再重新载入页面。',
    'Not saved: the projects in this browser were written by newer software. Export the project, then reload the page.',
  ),
  broken: text(
    '未能保存：浏览器的存储出了错，会接着再试。改动还在这个页面里；为防万一，请导出项目。',
    "Not saved: the browser's store failed, and will be tried again. The changes are still in this page; to be safe, export the project.",
  ),
} satisfies Record<StoreFault, Entry<string>>;

export type ProjectsWords = Said<typeof PROJECTS> & { failed: Said<typeof FAILED> };

/** The words of the projects in one language. */
export const projectsWordsIn = (language: Language): ProjectsWords => ({
  ...inLanguage(PROJECTS, language),
  failed: inLanguage(FAILED, language),
});
