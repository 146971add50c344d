import type { Text } from '../../data/fault.ts';
import type { Turn, TurnKind, WayKind } from './turns.ts';
import type { Walk } from './walk.ts';

const KINDS: Record<Exclude<TurnKind, 'start'>, Text> = {
  straight: { zh: '直走', en: 'Go straight on' },
  slight_left: { zh: '稍向左', en: 'Bear left' },
  left: { zh: '左转', en: 'Turn left' },
  sharp_left: { zh: '向左后方转', en: 'Turn sharp left' },
  slight_right: { zh: '稍向右', en: 'Bear right' },
  right: { zh: '右转', en: 'Turn right' },
  sharp_right: { zh: '向右后方转', en: 'Turn sharp right' },
  back: { zh: '往回走', en: 'Turn back' },
};

const HEADINGS: Record<Turn['heading'], Text> = {
  n: { zh: '向北', en: 'north' },
  ne: { zh: '向东北', en: 'north-east' },
  e: { zh: '向东', en: 'east' },
  se: { zh: '向东南', en: 'south-east' },
  s: { zh: '向南', en: 'south' },
  sw: { zh: '向西南', en: 'south-west' },
  w: { zh: '向西', en: 'west' },
  nw: { zh: '向西北', en: 'north-west' },
};

const WAYS: Record<WayKind, Text> = {
  street: { zh: '没有名字的路', en: 'a street without a name' },
  path: { zh: '步行小路', en: 'a footpath' },
  steps: { zh: '台阶', en: 'the steps' },
  crossing: { zh: '人行横道', en: 'the crossing' },
  estate: { zh: '小区里的路', en: 'the lanes of the estate' },
};

/** An off-street leg that is worth a word. Metres. */
const WORTH_SAYING = 15;

/** Metres as one says them: to ten, and to a hundred beyond a kilometre. */
export function roughMetres(metres: number): string {
  const step = metres >= 1000 ? 100 : 10;
  return String(
    Math.max(
      step === 10 ? 1 : step,
      metres < 10 ? Math.round(metres) : Math.round(metres / step) * step,
    ),
  );
}

/** A walk in plain words, one sentence for each turn, the last one arriving at `name`. */
export function walkSentences(walk: Walk, name: Text): Text[] {
  const said = walk.turns.map(turnSentence);
  if (walk.offStart >= WORTH_SAYING) {
    const metres = roughMetres(walk.offStart);
    said.unshift({
      zh: `先走到街上，约 ${metres} 米。`,
      en: `Walk to the street first, about ${metres} m.`,
    });
  }
  const off = walk.offEnd >= WORTH_SAYING ? roughMetres(walk.offEnd) : null;
  said.push({
    zh: off ? `离开街道再走约 ${off} 米，就到${name.zh}。` : `到了：${name.zh}。`,
    en: off ? `Leave the street; ${name.en} is about ${off} m on.` : `You are there: ${name.en}.`,
  });
  return said;
}

function turnSentence(turn: Turn): Text {
  const metres = roughMetres(turn.metres);
  const named = turn.street?.name
    ? { zh: turn.street.name, en: turn.street.nameEn ?? turn.street.name }
    : null;
  const along = turn.way === 'steps' ? WAYS.steps : (named ?? WAYS[turn.way]);
  const heading = HEADINGS[turn.heading];
  const kind =
    turn.kind === 'start' ? { zh: `${heading.zh}走`, en: `Head ${heading.en}` } : KINDS[turn.kind];
  const gate = turn.gate ? { zh: '过小区大门，', en: 'Pass the gate of the estate. ' } : NOTHING;
  const over = turn.bridge ? { zh: '，过桥', en: ', over the bridge' } : NOTHING;
  const under = turn.tunnel ? { zh: '，过地下通道', en: ', through the underpass' } : NOTHING;
  if (turn.way === 'steps') {
    return {
      zh: `${gate.zh}${kind.zh}，这里有台阶，约 ${metres} 米${over.zh}${under.zh}。`,
      en: `${gate.en}${kind.en}: steps here, about ${metres} m${over.en}${under.en}.`,
    };
  }
  return {
    zh: `${gate.zh}${kind.zh}，沿${along.zh}走 ${metres} 米${over.zh}${under.zh}。`,
    en: `${gate.en}${kind.en} along ${along.en} for ${metres} m${over.en}${under.en}.`,
  };
}

const NOTHING: Text = { zh: '', en: '' };
