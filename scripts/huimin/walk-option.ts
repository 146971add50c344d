import type { LonLat } from '../../src/core/geo.ts';
import type { Profile } from '../../src/core/profile.ts';
import type { Facility } from '../../src/data/tables/facility.ts';
import type { Prepared } from '../../src/engine/prepared.ts';
import { walkSentences } from '../../src/engine/walk/turn-sentences.ts';
import { walkWithStepFree, type Walk } from '../../src/engine/walk/walk.ts';
import { cliFaults } from './cli-faults.ts';
import type { Options } from './options.ts';
import { inOwnLanguage } from './own-language.ts';

const MOST = 20;

/** `--walk N`: how many of the nearest places the way is told to; 0 without it. Throws Fault. */
export function walkOption(options: Options, { key, travel }: Profile): number {
  const text = options.walk;
  if (text === undefined) return 0;
  if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > MOST) {
    throw cliFaults.value('--walk', text, `a whole number, 1 to ${MOST}`, `1 到 ${MOST} 的整数`);
  }
  if (travel !== 'foot' && travel !== 'wheelchair') {
    throw cliFaults.value(
      '--walk',
      `--profile ${key}`,
      'a profile on foot: general, older, slow or wheelchair',
      '步行的人群：general、older、slow 或 wheelchair',
    );
  }
  return Number(text);
}

/** The way to a place that can be reached, as JSON and as lines to read. */
export function wayTo(
  prepared: Prepared,
  at: LonLat,
  site: Facility,
  { travel }: Profile,
  speed: number,
) {
  const name = { zh: site.name, en: site.nameEn ?? site.name };
  const onFoot = travel === 'wheelchair' ? 'wheelchair' : 'foot';
  const { walk, stepFree } = walkWithStepFree(prepared, at, site, onFoot, speed)!;
  const told = (way: Walk) => walkSentences(way, name);
  const lines = told(walk).map((text, k) => `  ${k + 1}. ${inOwnLanguage(text)}`);
  if (stepFree === 'none') {
    lines.push(
      `  ${inOwnLanguage({ zh: '没有不走台阶的路。', en: 'There is no way without steps.' })}`,
    );
  } else if (stepFree) {
    const minutes = (stepFree.extraSeconds / 60).toFixed(1);
    const more = {
      zh: `不走台阶要多走 ${minutes} 分钟：`,
      en: `Without steps it takes ${minutes} minutes more:`,
    };
    lines.push(`  ${inOwnLanguage(more)}`);
    told(stepFree).forEach((text, k) => lines.push(`  ${k + 1}. ${inOwnLanguage(text)}`));
  }
  const json = {
    ...jsonOf(walk, told(walk)),
    step_free:
      stepFree && stepFree !== 'none'
        ? { extra_seconds: stepFree.extraSeconds, ...jsonOf(stepFree, told(stepFree)) }
        : stepFree,
  };
  return { json, lines: lines.join('\n') + '\n' };
}

function jsonOf(walk: Walk, sentences: ReturnType<typeof walkSentences>) {
  return {
    seconds: walk.seconds,
    metres: walk.metres,
    off_metres: [walk.offStart, walk.offEnd],
    steps: walk.steps,
    gates: walk.gates,
    uphill_seconds: walk.uphillSeconds,
    turns: walk.turns.map(({ street, ...turn }) => ({
      ...turn,
      street: street && { zh: street.name, en: street.nameEn ?? null },
    })),
    sentences,
    line: walk.line,
  };
}
