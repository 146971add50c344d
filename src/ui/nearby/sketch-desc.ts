import type { LonLat } from '../../core/geo.ts';
import { roughMetres } from '../../engine/walk/turn-sentences.ts';
import type { SheetWords } from './sheet-words.ts';
import { windTo } from './sketch-frame.ts';

/** What a sketch shows, for those who hear it: the way the crow flies, and the streets named. */
export function sketchDesc(
  walk: readonly LonLat[],
  goal: LonLat,
  start: string,
  name: string,
  streets: readonly string[],
  words: SheetWords,
): string {
  const said: string[] = [];
  if (walk.length > 1) {
    const { wind, metres } = windTo(walk[0], goal);
    const direction = words[`compass${wind}` as 'compass0'];
    said.push(words.sketchWay(start, name, direction, roughMetres(metres)));
  }
  said.push(streets.length ? words.sketchStreets(streets.join(words.listComma)) : words.sketchBare);
  return said.join(' ');
}
