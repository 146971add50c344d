import { Fault } from '../../src/data/fault.ts';
import { cliFaults } from './cli-faults.ts';

const TEN = 10;
const listed = (ids: readonly string[], and: string) =>
  ids.slice(0, TEN).join(and) + (ids.length > TEN ? `${and}…` : '');

/** Faults of `huimin access`. */
export const accessFaults = {
  /** With a matrix of one's own nobody else can say what a site without a number is worth. */
  noCapacity: (file: string, ids: readonly string[]) =>
    new Fault('capacity-missing', {
      zh: `${file}：${ids.length} 处设施没有 capacity：${listed(ids, '、')}。每处应为 0 或更大的数；不参与的请删去整行。`,
      en: `${file}: no capacity for ${ids.length} sites: ${listed(ids, ', ')}. Expected a number of 0 or more for each; remove the line of a site that takes no part.`,
    }),
  noneKnown: (region: string, service: string, sites: number) =>
    new Fault('capacity-missing', {
      zh: `${region}：${service} 的 ${sites} 处设施都没有 capacity（容量），应至少有一处。请在设施表中补上。`,
      en: `${region}: none of its ${sites} sites of ${service} has a capacity, expected one at least. Add the column to the table of facilities.`,
    }),
  sigma: () =>
    cliFaults.usage(
      '--decay gaussian needs --sigma S for f = exp(−t²/2σ²), or --limit L at which f is to be 0.01.',
      '--decay gaussian 缺少 --sigma S（f = exp(−t²/2σ²)），或缺少 --limit L（令 f 在该处为 0.01）。',
    ),
  notFor: (option: string, decay: string) =>
    cliFaults.usage(
      `${option} is not for --decay ${decay}.`,
      `${option} 不用于 --decay ${decay}。`,
    ),
  steps: (got: string) =>
    cliFaults.value(
      '--steps',
      got,
      'COST:WEIGHT by rising cost with weights of 0 to 1, such as 10:1,20:0.68,30:0.22',
      '“成本:权重”，成本递增，权重在 0 到 1 之间，如 10:1,20:0.68,30:0.22',
    ),
};
