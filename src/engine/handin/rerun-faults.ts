import { Fault } from '../../data/fault.ts';

/** Why a method block cannot be asked again here. */
export const rerunFaults = {
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
  version: (name: string, recorded: string, here: string) =>
    new Fault('rerun', {
      zh: `这个文件出自区域“${name}”的另一个版本：方法块记的数据是 ${recorded.slice(0, 12)}…，这里的是 ${here.slice(0, 12)}…。请用当时的区域数据重算，或重新导出。`,
      en: `The file comes from another version of region "${name}": its method block names the bundle ${recorded.slice(0, 12)}…, the one here is ${here.slice(0, 12)}…. Use the region as it was then, or export anew.`,
    }),
};
