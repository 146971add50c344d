import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measure.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const script = fileURLToPath(new URL('cut-monaco.ts', import.meta.url));
/** What was asked for: MB of PBF a minute at least, MB of memory at most. */
const MB_A_MINUTE = 20;
const MEMORY = 2000;
const COPIES = 12;

interface Figures {
  ms: number;
  megabytes: number;
  peak: number;
  largest: number;
}

/** PBF to PMTiles: Monaco as it is, and twelve of it side by side; null where it is absent. */
export function tilesBench(): Measured[] | null {
  const file = resolve(
    root,
    process.env.HUIMIN_REAL_DATA ?? '../shared/data',
    'monaco/monaco_2016.osm.pbf',
  );
  if (!existsSync(file)) return null;
  return [1, COPIES].flatMap((copies): Measured[] => {
    const args = ['--import', 'tsx', script, file, String(copies)];
    const { ms, megabytes, peak, largest } = JSON.parse(
      execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }),
    ) as Figures;
    const what = `tiles: ${copies > 1 ? `${copies} × ` : ''}Monaco, ${megabytes.toFixed(1)} MB of PBF`;
    const rate = (megabytes / ms) * 60_000;
    return [
      {
        name: `${what}, ${rate.toFixed(0)} MB a minute`,
        value: ms,
        unit: 'ms',
        bound: Math.round((megabytes / MB_A_MINUTE) * 60_000),
      },
      { name: `${what}, peak memory`, value: peak, unit: 'MB', bound: MEMORY },
      { name: `${what}, largest tile`, value: largest, unit: 'kB' },
    ];
  });
}
