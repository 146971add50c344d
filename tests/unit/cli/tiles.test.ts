import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { tilesCommand } from '../../../scripts/huimin/tiles-command.ts';
import { loadManifest, loadRegion } from '../../../scripts/huimin/load-region.ts';
import { allTiles, featuresOf } from '../tiles/open-archive.ts';
import { fileOf, snapshot } from './refused.ts';
import { TOWN, build, buildOptions, builtTown, faultOf, filesOf, scratch } from './town.ts';

const STREETS = join(TOWN, 'streets.osm');
const streets = readFileSync(STREETS, 'utf8');

/** `huimin tiles` with these options: what stands on stdout and on stderr. */
function tiles(options: Record<string, string>): { stdout: string; stderr: string } {
  let stderr = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  try {
    const stdout = tilesCommand(
      Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    );
    return { stdout, stderr };
  } finally {
    spy.mockRestore();
  }
}

const basemapOf = (folder: string) => {
  const { basemap } = loadManifest(folder);
  return { ...basemap!, content: readFileSync(join(folder, basemap!.file)) };
};

describe('region build', () => {
  it('puts a basemap beside the bundle, whole and named in the manifest', async () => {
    const folder = await builtTown();
    const { content, ...entry } = basemapOf(folder);
    expect(entry).toMatchObject({ bytes: content.length, minzoom: 8, maxzoom: 15 });
    expect(entry.file).toBe(`basemap-${entry.sha256.slice(0, 12)}.pmtiles`);
    const { header, tiles: found } = await allTiles(content);
    expect(header.numAddressedTiles).toBe(entry.tiles);
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([
      149.97, 37.97, 150.05, 38.04,
    ]);
    const named = found
      .filter(({ z }) => z === 15)
      .flatMap(({ tile }) => featuresOf(tile, 'street').map(({ properties }) => properties.name));
    expect([...new Set(named)].sort()).toEqual(
      ['东路', '主街', '小岛路', '石阶', '西巷', '高速'].sort(),
    );
  });

  it('tells what could not be drawn', async () => {
    const osm = fileOf('cut.osm', streets.replace('<nd ref="7"/>', '<nd ref="7"/><nd ref="77"/>'));
    const { stdout, stderr } = await build(buildOptions(scratch(), { osm }));
    expect(stderr).toContain('[town] basemap: 1 nodes of lines lie outside the extract');
    expect(stderr).toMatch(/\[town] basemap: \d+ tiles \(\d+ different\), 0\.\d\d MB; the largest/);
    expect(stdout).toMatch(/basemap {5}basemap-[0-9a-f]{12}\.pmtiles, 0\.\d\d MB, \d+ tiles/);
  });
});

describe('huimin tiles', () => {
  it('makes the same basemap again, and leaves the rest of the region', async () => {
    const folder = await builtTown();
    const before = loadManifest(folder);
    const { content } = basemapOf(folder);
    const { stdout, stderr } = tiles({ region: folder, osm: STREETS });
    expect(stdout).toMatch(/^town: basemap-[0-9a-f]{12}\.pmtiles, \d+ tiles of zooms 8 to 15/);
    expect(stderr).not.toContain('note');
    expect(loadManifest(folder)).toEqual(before);
    expect(basemapOf(folder).content.equals(content)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(filesOf(before));
  });

  it('of another file makes another, says so, and takes the old one away', async () => {
    const folder = await builtTown();
    const old = loadManifest(folder);
    const park =
      '<way id="9"><nd ref="1"/><nd ref="5"/><nd ref="7"/><nd ref="1"/><tag k="leisure" v="park"/></way></osm>';
    const osm = fileOf('richer.osm', streets.replace('</osm>', park));
    expect(tiles({ region: folder, osm }).stderr).toMatch(/richer\.osm.*streets\.osm/);
    const { manifest } = loadRegion(folder);
    expect(manifest.bundle).toEqual(old.bundle);
    expect(manifest.basemap!.file).not.toBe(old.basemap!.file);
    expect(readdirSync(folder).sort()).toEqual(filesOf(manifest));
    const { tiles: found } = await allTiles(basemapOf(folder).content);
    expect(found.some(({ tile }) => featuresOf(tile, 'land').length > 0)).toBe(true);
  });

  it('works in a folder that does not have the name of its region', async () => {
    const copy = join(scratch(), 'copy');
    cpSync(await builtTown(), copy, { recursive: true });
    tiles({ region: copy, osm: STREETS });
    expect(readdirSync(join(copy, '..')).sort()).toEqual(['copy', 'index.json']);
  });

  it('without anything to draw leaves a region without basemap', async () => {
    const folder = await builtTown();
    const osm = fileOf('bare.osm', streets.replaceAll('"highway"', '"note"'));
    const { stdout, stderr } = tiles({ region: folder, osm });
    expect(stdout).toBe('town: no basemap\n');
    expect(stderr).toContain('nothing to draw');
    const { manifest } = loadRegion(folder);
    expect(manifest.basemap).toBeNull();
    expect(readdirSync(folder).sort()).toEqual([
      manifest.bundle.file,
      'manifest.json',
      manifest.nearby!.file,
    ]);
  });

  it.each([
    ['no --osm', {}, 'tiles-no-osm', 'was built from streets.osm'],
    ['no such file', { osm: 'nowhere.osm' }, 'file', 'nowhere.osm'],
    ['not OSM', { osm: join(TOWN, 'population.csv') }, 'osm-foreign', 'expected OSM data'],
    [
      'elsewhere',
      {
        osm: fileOf(
          'south.osm',
          streets.replace(/<bounds.*\/>/, '').replace(/lat="3\d/g, 'lat="-33'),
        ),
      },
      'tiles-elsewhere',
      'south.osm covers 149.985, -33',
    ],
  ])('%s: one clear sentence, and nothing changes', async (_, options, code, says) => {
    const folder = await builtTown();
    const before = snapshot(folder);
    const fault = await faultOf(() => tiles({ region: folder, ...options }));
    expect(fault.code).toBe(code);
    expect(fault.text.en).toContain(says);
    expect(snapshot(folder)).toEqual(before);
  });
});
