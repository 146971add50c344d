import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ReadAloud,
  sentencesOf,
  voiceFor,
  type Reading,
  type Speaker,
} from '../../../src/ui/nearby/read-aloud.ts';

const voice = (lang: string, localService = true, isDefault = false) =>
  ({ lang, localService, default: isDefault, name: lang, voiceURI: lang }) as SpeechSynthesisVoice;

/** The browser's seam: says nothing by itself, and tells what it was asked to say. */
class StandIn extends EventTarget {
  said: { text: string; rate: number; voice: SpeechSynthesisVoice | null }[] = [];
  cancelled = 0;
  voices: SpeechSynthesisVoice[];
  current: SpeechSynthesisUtterance | null = null;
  constructor(voices: SpeechSynthesisVoice[]) {
    super();
    this.voices = voices;
  }
  getVoices() {
    return this.voices;
  }
  speak(utterance: SpeechSynthesisUtterance) {
    const { text, rate, voice } = utterance;
    this.said.push({ text, rate, voice });
    this.current = utterance;
  }
  cancel() {
    this.cancelled++;
    // As browsers do: what was being said ends in an error.
    this.fire('error');
  }
  fire(what: 'start' | 'end' | 'error') {
    const event = new Event(what) as SpeechSynthesisErrorEvent;
    this.current?.[`on${what}`]?.call(this.current, event);
  }
}

class Utterance {
  rate = 1;
  voice = null;
  constructor(public text: string) {}
}

function reader(voices: SpeechSynthesisVoice[]) {
  const synthesis = new StandIn(voices);
  const heard: Reading[] = [];
  const speaker = {
    speechSynthesis: synthesis,
    SpeechSynthesisUtterance: Utterance,
  } as unknown as Speaker;
  return { synthesis, heard, aloud: new ReadAloud(speaker, (reading) => heard.push(reading)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('reading aloud', () => {
  it('says one sentence after another, slowly, and tells which', async () => {
    const { synthesis, heard, aloud } = reader([voice('en-US'), voice('zh-CN')]);
    await aloud.start(['甲。', '乙。'], 'zh');
    expect(heard.at(-1)).toEqual({ state: 'reading', at: 0 });
    synthesis.fire('start');
    synthesis.fire('end');
    expect(heard.at(-1)).toEqual({ state: 'reading', at: 1 });
    synthesis.fire('start');
    synthesis.fire('end');
    expect(heard.at(-1)).toEqual({ state: 'idle' });
    expect(synthesis.said.map(({ text, rate, voice }) => [text, rate, voice?.lang])).toEqual([
      ['甲。', 0.9, 'zh-CN'],
      ['乙。', 0.9, 'zh-CN'],
    ]);
  });

  it('says nothing before it is asked to', () => {
    const { synthesis, heard } = reader([voice('zh-CN')]);
    expect([synthesis.said, heard]).toEqual([[], []]);
  });

  it('stops at once, and what comes back afterwards starts nothing', async () => {
    const { synthesis, heard, aloud } = reader([voice('zh-CN')]);
    await aloud.start(['甲。', '乙。'], 'zh');
    synthesis.fire('start');
    aloud.stop();
    synthesis.fire('end');
    vi.advanceTimersByTime(10_000);
    expect([synthesis.cancelled, synthesis.said.length]).toEqual([1, 1]);
    expect(heard.at(-1)).toEqual({ state: 'idle' });
  });

  it('stopped while it waits for voices it never begins', async () => {
    const { synthesis, heard, aloud } = reader([]);
    const started = aloud.start(['甲。'], 'zh');
    aloud.stop();
    synthesis.voices = [voice('zh-CN')];
    synthesis.dispatchEvent(new Event('voiceschanged'));
    await started;
    expect([synthesis.said, heard.at(-1)]).toEqual([[], { state: 'idle' }]);
  });

  it('waits for voices that come late', async () => {
    const { synthesis, heard, aloud } = reader([]);
    const started = aloud.start(['甲。'], 'zh');
    expect(heard.at(-1)).toEqual({ state: 'waiting' });
    synthesis.voices = [voice('zh-CN')];
    synthesis.dispatchEvent(new Event('voiceschanged'));
    await started;
    expect(heard.at(-1)).toEqual({ state: 'reading', at: 0 });
  });

  it('is silent where voices never come', async () => {
    const { heard, aloud } = reader([]);
    const started = aloud.start(['甲。'], 'zh');
    await vi.advanceTimersByTimeAsync(2000);
    await started;
    expect(heard.at(-1)).toEqual({ state: 'silent' });
  });

  it('is silent where nothing begins, and where the voice breaks', async () => {
    const mute = reader([voice('zh-CN')]);
    await mute.aloud.start(['甲。'], 'zh');
    vi.advanceTimersByTime(5000);
    expect([mute.heard.at(-1), mute.synthesis.cancelled]).toEqual([{ state: 'silent' }, 1]);

    const broken = reader([voice('zh-CN')]);
    await broken.aloud.start(['甲。', '乙。'], 'zh');
    broken.synthesis.fire('start');
    broken.synthesis.fire('error');
    expect([broken.heard.at(-1), broken.synthesis.said.length]).toEqual([{ state: 'silent' }, 1]);
  });

  it('is silent in a browser without speech', async () => {
    const heard: Reading[] = [];
    await new ReadAloud({}, (reading) => heard.push(reading)).start(['甲。'], 'zh');
    expect(heard.at(-1)).toEqual({ state: 'silent' });
  });

  it('says a phone number digit by digit', async () => {
    const { synthesis, aloud } = reader([voice('zh-CN')]);
    await aloud.start(['电话：0437-3123456，走 620 米，8:30–17:00。'], 'zh');
    expect(synthesis.said[0].text).toBe('电话：0 4 3 7 3 1 2 3 4 5 6，走 620 米，8:30–17:00。');
  });
});

describe('the voice', () => {
  const chosen = (language: 'zh' | 'en', ...voices: SpeechSynthesisVoice[]) =>
    voiceFor(voices, language)?.lang ?? null;

  it('is of the language, from the mainland before Taiwan, however it is spelt', () => {
    expect(chosen('zh', voice('en-US'), voice('zh-TW'), voice('zh_CN'))).toBe('zh_CN');
    expect(chosen('zh', voice('cmn-Hans-CN'))).toBe('cmn-Hans-CN');
    expect(chosen('zh', voice('zh-TW'), voice('zh'))).toBe('zh');
    expect(chosen('en', voice('zh-CN'), voice('en-AU'), voice('en_GB'))).toBe('en_GB');
  });

  it('is never Cantonese, nor another language', () => {
    expect(chosen('zh', voice('zh-HK'), voice('zh_HK'), voice('yue-HK'), voice('en-US'))).toBe(
      null,
    );
  });

  it('is never one that sends the text away', () => {
    expect(chosen('zh', voice('zh-CN', false), voice('zh-TW'))).toBe('zh-TW');
    expect(chosen('zh', voice('zh-CN', false))).toBe(null);
  });

  it('is the one the user has set, where there are several', () => {
    expect(voiceFor([voice('zh-CN'), voice('zh-CN', true, true)], 'zh')!.default).toBe(true);
  });
});

it('sentences end at their marks and at lines, not within numbers', () => {
  expect(sentencesOf('到了。走 1.5 公里！\n电话：12345；The end. A 2.5 km walk.\n\n')).toEqual([
    '到了。',
    '走 1.5 公里！',
    '电话：12345；',
    'The end.',
    'A 2.5 km walk.',
  ]);
});
