import type { Park } from './parks.ts';
import type { Point } from './point.ts';
import { nearestOnLines, smooth } from './polyline.ts';
import type { Dice } from './random.ts';
import type { Name, Street } from './street.ts';
import { blob } from './terrain.ts';
import type { Warp } from './warp.ts';

const PATH_TAGS: Record<string, Record<string, string>> = {
  footway: { surface: 'paving_stones' },
  steps: { incline: 'up', handrail: 'yes', ramp: 'no' },
  ramp: { surface: 'asphalt', smoothness: 'good', incline: '6%', wheelchair: 'yes' },
};

/** The park on the hill: three ways up with steps, a round walk below the top, the pavilion. */
export function hillPark(streets: Street[], warp: Warp, dice: Dice): Park {
  const at = (x: number, y: number) => warp({ x, y });
  const lines = streets.map(({ line }) => line);
  const foot = nearestOnLines(lines, at(3330, 1960));
  const east = nearestOnLines(lines, at(4620, 2330));
  const west = nearestOnLines(lines, at(1950, 2900));
  const round = [...Array(13).keys()].map((i) => {
    const t = (i / 12) * 2 * Math.PI;
    return at(3350 + 300 * Math.cos(t) + 40 * Math.sin(3 * t), 3080 + 230 * Math.sin(t));
  });
  round[12] = round[0];
  const south = round[9];
  const paths: [string, Point[], Name?][] = [
    ['footway', [foot, at(3320, 2160), at(3250, 2330), at(3330, 2480)], ['栖云步道', 'Qiyun Walk']],
    ['steps', [at(3330, 2480), at(3300, 2600), at(3345, 2720), south], ['百步梯', 'Hundred Steps']],
    // For whoever cannot climb the steps: five times as long, in bends.
    ['ramp', [at(3330, 2480), at(3060, 2545), at(3270, 2620), at(3000, 2690), at(3250, 2750), at(2960, 2820), at(3120, 2850), round[8]], ['盘山坡道', 'Winding Ramp']],
    ['steps', [south, at(3335, 2960), at(3350, 3080)]],
    ['footway', round, ['环山步道', 'Hill Circuit']],
    ['steps', [at(3350, 3080), at(3420, 3200), round[3]]],
    ['footway', [east, at(4500, 2560), at(4300, 2840), at(4020, 2960), at(3860, 2930)]],
    ['steps', [at(3860, 2930), at(3760, 3010), round[0]]],
    ['footway', [west, at(2300, 2960), at(2560, 3050), at(2720, 2980)]],
    ['steps', [at(2720, 2980), at(2860, 3050), round[6]]],
  ]; // prettier-ignore
  return {
    name: ['栖云山公园', 'Qiyun Hill Park'],
    ring: blob(at(3330, 2990), 560, 480, 0.4, dice),
    paths: paths.map(([kind, line, name]) => ({
      line: kind === 'steps' ? smooth(line, 25) : smooth(line, 45),
      highway: kind === 'steps' ? 'steps' : 'footway',
      tags: PATH_TAGS[kind],
      ...(name ? { name } : {}),
    })),
    water: [],
    entrance: foot,
  };
}
