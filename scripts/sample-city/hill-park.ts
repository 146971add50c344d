import type { Park } from './parks.ts';
import type { Point } from './point.ts';
import { nearestOnLines, smooth } from './polyline.ts';
import type { Dice } from './random.ts';
import type { Name, Street } from './street.ts';
import { blob } from './terrain.ts';
import type { Warp } from './warp.ts';

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
    ['steps', [south, at(3335, 2960), at(3350, 3080)]],
    ['footway', round, ['环山步道', 'Hill Circuit']],
    ['steps', [at(3350, 3080), at(3420, 3200), round[3]]],
    ['footway', [east, at(4500, 2560), at(4300, 2840), at(4020, 2960), at(3860, 2930)]],
    ['steps', [at(3860, 2930), at(3760, 3010), round[0]]],
    ['footway', [west, at(2300, 2960), at(2560, 3050), at(2720, 2980)]],
    ['steps', [at(2720, 2980), at(2860, 3050), round[6]]],
  ];
  return {
    name: ['栖云山公园', 'Qiyun Hill Park'],
    ring: blob(at(3330, 2990), 560, 480, 0.4, dice),
    paths: paths.map(([highway, line, name]) => ({
      line: highway === 'footway' ? smooth(line, 45) : smooth(line, 25),
      highway,
      ...(name ? { name } : {}),
    })),
    water: [],
    entrance: foot,
  };
}
