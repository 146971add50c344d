import { cliFaults } from './cli-faults.ts';
import { numberOption, type Options } from './options.ts';

/** `--k N`: how many sites, null where it is not said. */
export function kOption({ k: text }: Options): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text) && Number(text) >= 1) return Number(text);
  throw cliFaults.value('--k', text, 'a whole number, 1 or more', '1 或更大的整数');
}

/** `--share 0.9`: of all people, for lscp. */
export function shareOption(options: Options): number {
  return numberOption(options, 'share', 0, 1) ?? 1;
}
