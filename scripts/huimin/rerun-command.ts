import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findMethod } from '../../src/data/export/find-method.ts';
import type { MethodBlock } from '../../src/data/export/method.ts';
import { checkVersion, rerun, type Rerun } from '../../src/engine/handin/rerun.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { cliFaults } from './cli-faults.ts';
import { loadManifest, loadRegion, loadServices, readBytes, TILES } from './load-region.ts';
import { choice, readOptions } from './options.ts';
import { toTable } from './output.ts';

/** A file asked again: its block, each figure then and now, and whether they are the same to the bit. */
export interface RerunFile {
  block: MethodBlock;
  figures: Rerun[];
  same: boolean;
}

/** Asks a file's question again of the region it was asked of, below `tiles`. Throws Fault. */
export async function rerunFile(file: string, tiles: string): Promise<RerunFile> {
  const block = await findMethod(readBytes(file), basename(file));
  const folder = join(tiles, basename(block.region.id));
  if (!existsSync(join(folder, 'manifest.json'))) throw cliFaults.region(block.region.id, []);
  checkVersion(block, block.region.id, loadManifest(folder).bundle.sha256);
  const { region } = loadRegion(folder);
  const figures = rerun(new Prepared(region), loadServices(), block);
  return { block, figures, same: figures.every(({ recorded, now }) => recorded === now) };
}

/** `huimin rerun FILE`: the recorded figures beside those that come out now. Exit code 1 where any differs. */
export async function rerunCommand([file, ...args]: string[]): Promise<string> {
  if (!file || file.startsWith('--')) throw cliFaults.missing('FILE', 'rerun');
  const options = readOptions(args, ['tiles', 'format'], 'rerun');
  const format = choice(options, 'format', ['table', 'json']);
  const { block, figures, same } = await rerunFile(file, options.tiles ?? TILES);
  if (!same) process.exitCode = 1;
  const { region, service, what, software, made } = block;
  if (format === 'json') {
    const result = { region: region.id, service, what, software, made, same, figures };
    return JSON.stringify(result, null, 2) + '\n';
  }
  const differing = figures.filter(({ recorded, now }) => recorded !== now);
  return (
    toTable({
      columns: ['figure', 'recorded', 'now', ''],
      rows: figures.map(({ figure, recorded, now }) => [
        figure,
        recorded,
        now,
        recorded === now ? '' : '≠',
      ]),
    }) +
    (same
      ? 'the same to the bit\n'
      : `${differing.length} of ${figures.length} figures differ: ${differing.map(({ figure }) => figure).join(', ')}\n`)
  );
}
