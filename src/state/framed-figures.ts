import type { Figures } from '../engine/engine.ts';
import type { DragFrame } from '../engine/scenario/drag.ts';

/** The figures of an answer as they are with facility `id` where the frame has it. */
export function framedFigures(figures: Figures, frame: DragFrame, id: string): Figures {
  const { areas, bands, gapCount, outside, people, sites, zoned } = frame;
  const others = figures.offNetwork.sites.filter((each) => each !== id);
  const off = frame.offNetwork && frame.counts ? [...others, id] : others;
  return {
    ...figures,
    ...{ areas, bands, gapCount, outside, people, sites, zoned },
    offNetwork: { ...figures.offNetwork, sites: off },
  };
}
