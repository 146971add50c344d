import type { Language } from './words.ts';

/** A number as both languages write it without being asked: up to 999.99. */
const SHORT = /^\d{1,3}(\.\d{1,2})?$/;

/**
 * Numbers as they are read: grouped, with a thin space before the percent sign. The browser's own
 * formats are made when one is needed: three of them are a tenth of a second of a phone's start.
 */
export class Numbers {
  readonly #locale: string;
  #one: Intl.NumberFormat | null = null;
  #plain: Intl.NumberFormat | null = null;

  constructor(language: Language) {
    this.#locale = language === 'zh' ? 'zh-Hans' : 'en';
  }

  /** 31,204 */
  whole = (value: number): string =>
    value
      .toFixed(0)
      .replace(/^-0$/, '0')
      .replace(/\B(?=(\d{3})+$)/g, ',');

  /** 0.9, 1.25 */
  plain = (value: number): string => {
    if (SHORT.test(`${value}`)) return `${value}`;
    this.#plain ??= new Intl.NumberFormat(this.#locale, { maximumFractionDigits: 2 });
    return this.#plain.format(value);
  };

  /** 71.3 %; never "100.0 %" where somebody is missing, nor "0.0 %" where somebody is there. */
  share = (part: number, all: number): string => {
    if (!all) return '–';
    const percent = (part / all) * 100;
    const shown = part < all ? Math.min(percent, 99.9) : percent;
    this.#one ??= new Intl.NumberFormat(this.#locale, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    return `${this.#one.format(part > 0 ? Math.max(shown, 0.1) : shown)}\u202f%`;
  };

  /** Minutes rounded up: a walk of 10.2 minutes is not made in 10. */
  minutes = (value: number): string => this.whole(Math.ceil(value - 1e-9));
}
