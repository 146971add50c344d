/** Numbers as they are printed: what the page's own show, since both lie on one desk. */
export class PrintNumbers {
  readonly #locale: string;

  constructor(language: 'zh' | 'en') {
    this.#locale = language === 'zh' ? 'zh-Hans' : 'en';
  }

  #format(value: number, least: number, most: number): string {
    return new Intl.NumberFormat(this.#locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    }).format(value);
  }

  /** 31,204 */
  whole = (value: number): string => this.#format(value, 0, 0);

  /** 0.9, 1.25 */
  plain = (value: number): string => this.#format(value, 0, 2);

  /** 71.3 %; never "100.0 %" where somebody is missing, nor "0.0 %" where somebody is there. */
  share = (part: number, all: number): string => {
    if (!all) return '–';
    const percent = (part / all) * 100;
    const shown = part < all ? Math.min(percent, 99.9) : percent;
    return `${this.#format(part > 0 ? Math.max(shown, 0.1) : shown, 1, 1)}\u202f%`;
  };

  /** Minutes rounded up: a walk of 10.2 minutes is not made in 10. */
  minutes = (value: number): string => this.whole(Math.ceil(value - 1e-9));
}
