import type { Edit } from '../scenario/scenario.ts';
import { Fault, type Text } from '../../data/fault.ts';

/** Why something cannot be handed in, or a method block not be asked again here. */
export const handInFaults = {
  people: (unknown: string[], fields: string[]) =>
    new Fault('rerun', {
      zh: `方法块按人口列 ${unknown.join('、')} 计算，这个区域没有；现有：${fields.join('、')}。`,
      en: `The method block counts the population field ${unknown.join(', ')}, which this region does not have. There are: ${fields.join(', ')}.`,
    }),
  service: (service: string, keys: string[]) =>
    new Fault('rerun', {
      zh: `方法块的服务是“${service}”，data/services.json 里没有；现有：${keys.join('、')}。`,
      en: `The method block asks for the service "${service}", which data/services.json does not have. There are: ${keys.join(', ')}.`,
    }),
  region: (name: string, open: string) =>
    new Fault('rerun', {
      zh: `这个文件出自区域“${name}”，现在打开的是“${open}”。请先打开那个区域。`,
      en: `The file comes from region "${name}"; "${open}" is open. Open that region first.`,
    }),
  unlisted: (service: string) =>
    new Fault('no-list', {
      zh: `本区域没有“${service}”的设施清单，0 不是结果，所以不导出。请先用 --facilities 载入清单，或换一项服务。`,
      en: `This region has no list of facilities for ${service}: nought would be no result, so nothing is exported. Load a list with --facilities first, or ask for another service.`,
    }),
  version: (name: string, recorded: string, here: string) =>
    new Fault('rerun', {
      zh: `这个文件出自区域“${name}”的另一个版本：方法块记的数据是 ${recorded.slice(0, 12)}…，这里的是 ${here.slice(0, 12)}…。请用当时的区域数据重算，或重新导出。`,
      en: `The file comes from another version of region "${name}": its method block names the bundle ${recorded.slice(0, 12)}…, the one here is ${here.slice(0, 12)}…. Use the region as it was then, or export anew.`,
    }),
  /** Said aloud, and gone on with. */
  movedOn: (file: string, name: string): Text => ({
    zh: `${file}：项目保存之后，区域“${name}”的数据更新过；数字按现在的数据计算，可能与当时看到的不同。`,
    en: `${file}: the data of region "${name}" was brought up to date since the project was saved; the figures are of the data as it is now and may differ from those seen then.`,
  }),
  refusedSettings: (file: string, refused: string[]): Text => ({
    zh: `${file}：项目的设置里有读不懂的，用了默认值：${refused.join('、')}。`,
    en: `${file}: settings of the project that are not understood fall back to their defaults: ${refused.join(', ')}.`,
  }),
  whichScenario: (where: string, names: string[]) =>
    new Fault('scenario', {
      zh: `${where} 里的方案有：${names.join('、') || '无'}。请用 ${where}#名称 指明一个。`,
      en: `${where} holds these scenarios: ${names.join(', ') || 'none'}. Name one as ${where}#NAME.`,
    }),
  ignored: (where: string, edits: Edit[]) => {
    const ids = edits.map((edit) => (edit.kind === 'add' ? edit.facility.id : edit.id)).join(', ');
    return new Fault('ignored-edits', {
      zh: `${where}：有 ${edits.length} 处改动对不上本区域的设施，没有起作用：${ids}。`,
      en: `${where}: ${edits.length} edits fit no facility of this region and change nothing: ${ids}.`,
    });
  },
};
