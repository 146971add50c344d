import { Fault } from '../../data/fault.ts';

/** Faults of what is asked of siting. */
export const sitingFaults = {
  noCandidates: () =>
    new Fault('no-candidates', {
      zh: '没有一个候选点：应至少有 1 个。请换一种候选点，或放宽范围与最小距离。',
      en: 'There are no candidates, expected at least 1. Choose other candidates, or a wider area or a shorter distance.',
    }),
  tooMany: (k: number, candidates: number) =>
    new Fault('k-above-candidates', {
      zh: `要选 ${k} 处，候选点只有 ${candidates} 个：数目应不超过候选点数。`,
      en: `${k} sites are wanted of ${candidates} candidates: expected no more sites than candidates.`,
    }),
  noNumber: () =>
    new Fault('no-number', {
      zh: '没有说选几处：请给出数目（k），或总预算。',
      en: 'How many sites is not said: give a number (k), or a budget.',
    }),
  noCapacity: (ids: string[], count: number) =>
    new Fault('capacity-missing', {
      zh: `按容量选址时每处都要有容量，${count} 处没有：${ids.join('、')}。请补上，或给一个统一的容量。`,
      en: `Siting with capacities needs one for every site; ${count} have none: ${ids.join(', ')}. Add them, or give one for all.`,
    }),
  stopped: () =>
    new Fault('stopped', {
      zh: '已停止，还没有结果：候选点的时间还没有算完。要结果请重新计算。',
      en: 'Stopped before there was an answer: the times of the candidates were not all known yet. Ask again for one.',
    }),
  infeasible: () =>
    new Fault('infeasible', {
      zh: '在这样的最小距离、数目、预算或容量下，没有一种选法能覆盖要求的人。请放宽其中一项。',
      en: 'With this distance, number, budget or capacity no choice covers the people asked for. Loosen one of them.',
    }),
};
