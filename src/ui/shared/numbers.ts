import type { Language } from './words.ts';

/** Numbers as they are read: grouped, with a thin space before the percent sign. */
export class Numbers {
  readonly #whole: Intl.NumberFormat;
  readonly #one: Intl.NumberFormat;
  readonly #plain: Intl.NumberFormat;

  constructor(language: Language) {
    const locale = language === 'zh' ? 'zh-Hans' : 'en';
    this.#whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.#one = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    this.#plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  }

  /** 31,204 */
  whole = (value: number): string => this.#whole.format(value);

  /** 0.9, 1.25 */
  plain = (value: number): string => this.#plain.format(value);

  /** 71.3 %; never "100.0 %" where somebody is missing, nor "0.0 %" where somebody is there. */
  share = (part: number, all: number): string => {
    if (!all) return '–';
    const percent = (part / all) * 100;
    const shown = part < all ? Math.min(percent, 99.9) : percent;
    return `${this.#one.format(part > 0 ? Math.max(shown, 0.1) : shown)}\u202f%`;
  };

  /** Minutes rounded up: a walk of 10.2 minutes is not made in 10. */
  minutes = (value: number): string => this.#whole.format(Math.ceil(value - 1e-9));
}
