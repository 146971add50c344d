import type { Language } from '../shared/phrase.ts';

/** The browser's own speech, as far as it is used here: the window, or a stand-in. */
export interface Speaker {
  speechSynthesis?: SpeechSynthesis;
  SpeechSynthesisUtterance?: new (text: string) => SpeechSynthesisUtterance;
}

/** `at`: index of the sentence being read. `silent`: this device cannot, and the text has to do. */
export type Reading = { state: 'idle' | 'waiting' | 'silent' } | { state: 'reading'; at: number };

/** A little slower than people talk. */
const RATE = 0.9;
/** Voices come late in some browsers, and in some never. */
const VOICES_MS = 1500;
/** Where nothing has begun by then, nothing will: several systems have voices in name only. */
const BEGIN_MS = 4000;

/** Mandarin first; Cantonese (zh-HK, yue) is another language to who does not speak it. */
const WANTED: Record<Language, RegExp[]> = {
  zh: [/^(zh|cmn)(-hans)?-cn\b/i, /^(zh|cmn)(-hans)?$/i, /^(zh|cmn)(?!.*(hk|mo)\b)/i],
  en: [/^en-(gb|us)\b/i, /^en\b/i],
};

/**
 * The voice to read with; null where there is none on the device itself. A voice of some server's
 * is none: what is read tells where somebody walks, and that is nobody else's business.
 */
export function voiceFor(
  voices: readonly SpeechSynthesisVoice[],
  language: Language,
): SpeechSynthesisVoice | null {
  const own = voices.filter(({ localService }) => localService);
  for (const pattern of WANTED[language]) {
    // Android writes zh_CN.
    const fits = own.filter(({ lang }) => pattern.test(lang.replaceAll('_', '-')));
    if (fits.length) return fits.find((voice) => voice.default) ?? fits[0];
  }
  return null;
}

/** Reads sentences one after another, tells which, and stops at once when asked to. */
export class ReadAloud {
  #speaker: Speaker;
  #tell: (reading: Reading) => void;
  /** Counts starts and stops: what comes back from an earlier one is not listened to. */
  #turn = 0;
  /** Held, since browsers forget an utterance that nobody holds, and with it its end. */
  #utterance: SpeechSynthesisUtterance | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(speaker: Speaker, tell: (reading: Reading) => void) {
    this.#speaker = speaker;
    this.#tell = tell;
  }

  async start(sentences: readonly string[], language: Language): Promise<void> {
    this.stop();
    const turn = this.#turn;
    this.#tell({ state: 'waiting' });
    const voice = voiceFor(await this.#voices(), language);
    if (turn !== this.#turn) return;
    if (voice) this.#say(sentences, 0, voice);
    else this.#end('silent');
  }

  /** Ends the reading, and everything that would have told of it. */
  stop(): void {
    const busy = this.#utterance !== null;
    this.#end('idle');
    if (busy) this.#speaker.speechSynthesis?.cancel();
  }

  #end(state: 'idle' | 'silent'): void {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#utterance = null;
    this.#tell({ state });
  }

  #say(sentences: readonly string[], at: number, voice: SpeechSynthesisVoice): void {
    const { speechSynthesis: synthesis, SpeechSynthesisUtterance: Utterance } = this.#speaker;
    if (at >= sentences.length) return this.#end('idle');
    const turn = this.#turn;
    const utterance = new Utterance!(spoken(sentences[at]));
    const fail = () => {
      if (turn !== this.#turn) return;
      this.#end('silent');
      synthesis!.cancel();
    };
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = RATE;
    utterance.onstart = () => clearTimeout(this.#timer);
    utterance.onend = () => {
      if (turn === this.#turn) this.#say(sentences, at + 1, voice);
    };
    utterance.onerror = fail;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(fail, BEGIN_MS);
    this.#utterance = utterance;
    this.#tell({ state: 'reading', at });
    synthesis!.speak(utterance);
  }

  async #voices(): Promise<SpeechSynthesisVoice[]> {
    const { speechSynthesis: synthesis, SpeechSynthesisUtterance: Utterance } = this.#speaker;
    if (!synthesis || !Utterance) return [];
    const voices = synthesis.getVoices();
    if (voices.length) return voices;
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        synthesis.removeEventListener('voiceschanged', done);
        resolve(synthesis.getVoices());
      };
      const timer = setTimeout(done, VOICES_MS);
      synthesis.addEventListener('voiceschanged', done);
    });
  }
}

/** Sentences of a text, each with its mark; a line is a sentence of its own. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。！？；])|(?<=[.!?;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** Long numbers are told digit by digit: nobody rings "three million one hundred thousand". */
function spoken(sentence: string): string {
  return sentence.replace(/\d[\d-]{4,}\d/g, (number) => [...number.replaceAll('-', '')].join(' '));
}
