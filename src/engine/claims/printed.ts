import type { Interval } from '../../core/claims.ts';
import { PrintNumbers } from '../../data/export/print-numbers.ts';
import type { Text } from '../../data/fault.ts';

/** Numbers as a claim's arithmetic shows them. */
class Numbers extends PrintNumbers {
  /** 0.8 → 80 %, 0.3023 → 30.2 %, 0.99996 → 99.9 %: nothing short of all is shown as 100 %. */
  percent = (share: number): string => this.share(share, 1);

  /** 74.1 %–81.9 % */
  percents = ({ low, high }: Interval): string => `${this.percent(low)}–${this.percent(high)}`;

  /** 248,952–257,115 */
  wholes = ({ low, high }: Interval): string => `${this.whole(low)}–${this.whole(high)}`;
}

const BY_LANGUAGE = { zh: new Numbers('zh'), en: new Numbers('en') };

/** One line in both languages, each with its own numbers. */
export function printed(zh: (n: Numbers) => string, en: (n: Numbers) => string): Text {
  return { zh: zh(BY_LANGUAGE.zh), en: en(BY_LANGUAGE.en) };
}
