import type { OutsideBasemap } from '../../data/outside-basemaps.ts';
import { archiveAddress, archiveKind } from './archive.ts';
import type { Ground, PictureLayer } from './ground.ts';
import type { Language } from './local-name.ts';
import { tiandituTiles } from './tianditu.ts';

/**
 * What a chosen outside basemap puts under our own data. An archive's host is asked what is in it:
 * rejects where it does not answer, or its tiles are not of our schema.
 */
export async function outsideGround(basemap: OutsideBasemap): Promise<Ground> {
  if (basemap.kind === 'tianditu') {
    const { host, key } = basemap;
    const layer = (name: string, language?: Language): PictureLayer => ({
      source: { tiles: tiandituTiles(host, name, key) },
      tileSize: 256,
      maxzoom: 18,
      language,
    });
    return { kind: 'pictures', layers: [layer('vec'), layer('cva', 'zh'), layer('eva', 'en')] };
  }
  if (basemap.kind === 'xyz') {
    const { url, maxzoom } = basemap;
    return { kind: 'pictures', layers: [{ source: { tiles: [url] }, tileSize: 256, maxzoom }] };
  }
  const kind = await archiveKind(basemap.url);
  const url = archiveAddress(basemap.url);
  if (kind === 'tiles') return { kind, url };
  return { kind, layers: [{ source: { url }, tileSize: 256, maxzoom: 22 }] };
}
