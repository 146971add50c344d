import type { Verdict } from '../../core/claims.ts';
import type { Meaning } from '../../data/claims.ts';
import type { Text } from '../../data/fault.ts';

/** The four things that reports call coverage, each named by what it is a share of; and mere numbers. */
export const MEANING_NAMES: Record<Meaning, Text> = {
  reach: { zh: '到达：限时内到得了的人占比', en: 'reach: share of people by travel time' },
  equipped: { zh: '已配：小区（场所）已配的占比', en: 'equipped: share of estates equipped' },
  units: { zh: '单元：有一处的行政单元占比', en: 'units: share of administrative units with one' },
  enrolled: { zh: '登记：签约、登记的人占比', en: 'enrolled: share of people enrolled' },
  number: { zh: '数目：不是覆盖', en: 'number: no coverage' },
};

export const VERDICT_NAMES: Record<Verdict, Text> = {
  agrees: { zh: '相符', en: 'agrees' },
  differs: { zh: '不符', en: 'differs' },
  cannot_tell: { zh: '无法判断', en: 'cannot tell' },
};
