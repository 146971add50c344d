import type { Bbox } from '../../../core/geo.ts';
import type { Text } from '../../../data/fault.ts';
import { readPosition } from '../../../data/tables/position.ts';
import { isWrong } from '../../../data/tables/table-faults.ts';
import type { Language } from '../../shared/words.ts';
import type { TryWords } from '../try-words.ts';
import { degrees } from './edit-sentences.ts';

/** Degrees beyond the data within which a site is still taken: it may serve people at the edge. */
const MARGIN = 0.05;

/** Two typed fields → [lon, lat] within the region's data, or the sentence that says what is wrong. */
export function typedPosition(
  lonText: string,
  latText: string,
  [west, south, east, north]: Bbox,
  t: TryWords,
  language: Language,
): [lon: number, lat: number] | string {
  const read = readPosition(lonText.trim(), latText.trim());
  if (isWrong(read)) return (read.text satisfies Text)[language];
  const [lon, lat] = read;
  if (
    lon >= west - MARGIN &&
    lon <= east + MARGIN &&
    lat >= south - MARGIN &&
    lat <= north + MARGIN
  ) {
    return read;
  }
  const box = `${degrees(west)}–${degrees(east)}, ${degrees(south)}–${degrees(north)}`;
  return t.outsideRegion(lonText.trim(), latText.trim(), box);
}
