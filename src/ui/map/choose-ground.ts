import type { OutsideBasemap } from '../../data/outside-basemaps.ts';
import { archiveAddress } from './archive.ts';
import { PLAIN, type Ground } from './ground.ts';
import { outsideGround } from './outside-ground.ts';

/**
 * What is not right with the ground: the region has none, its file or a part of it does not come,
 * or the outside basemap cannot be used.
 */
export type GroundTrouble = 'none' | 'missing' | 'partly' | 'outside';

/** The outside basemap if one is chosen and usable, else the region's own (`whole`: not by ranges), else the bare land. */
export async function chooseGround(
  archive: string | null,
  outside: OutsideBasemap | null,
  whole = false,
): Promise<{ ground: Ground; trouble: GroundTrouble | null }> {
  const own = (): Ground =>
    archive ? { kind: 'tiles', url: archiveAddress(archive, whole) } : PLAIN;
  if (!outside) return { ground: own(), trouble: archive ? null : 'none' };
  try {
    return { ground: await outsideGround(outside), trouble: null };
  } catch (error) {
    console.warn(error);
    return { ground: own(), trouble: 'outside' };
  }
}
