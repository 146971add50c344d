import type { Raster } from '../raster/read-raster.ts';
import type { PeopleBand } from './grid-people.ts';
import { peopleFaults } from './people-faults.ts';

/** A band that counts nobody we ask for. */
const UNUSED = '-';

/**
 * Which bands of one file count whom: by the names given, else by the file's own descriptions where
 * `total` is among them, else the first band is the total and the others are not read.
 * @param given the field of a file with one (`age_60_plus=F.tif`), the names of all its bands, or null
 * Throws Fault `grid-bands`.
 */
export function bandsOf(raster: Raster, given: string[] | null, fileName: string): PeopleBand[] {
  const described = raster.bandNames.map((name) => name.trim().toLowerCase());
  const own = described.includes('total') ? described : ['total'];
  if (given && given.length !== raster.bands.length) {
    throw peopleFaults.bands(fileName, given.length, raster.bands.length);
  }
  return (given ?? own).flatMap((field, band) =>
    field === UNUSED || field === '' ? [] : [{ field, raster, band, fileName }],
  );
}
