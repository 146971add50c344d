import { addProtocol } from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';
import { ArchiveSource } from './archive-source.ts';

const protocol = new Protocol();
addProtocol('pmtiles', protocol.tile);

/**
 * The address a style names a PMTiles archive by. Nothing is asked of its host yet; every call
 * forgets what was read of it before, a failure included.
 */
export function archiveAddress(url: string, whole = false): string {
  protocol.add(new PMTiles(new ArchiveSource(url, whole)));
  return `pmtiles://${url}`;
}

/** Whether an archive holds tiles of our own schema or pictures; throws where it is neither. */
export async function archiveKind(url: string): Promise<'tiles' | 'pictures'> {
  const archive = new PMTiles(new ArchiveSource(url));
  const { tileType } = await archive.getHeader();
  // Of PMTiles' types 1 is vector tiles, 2 to 5 are PNG, JPEG, WebP and AVIF.
  if (tileType >= 2 && tileType <= 5) return 'pictures';
  const { vector_layers: layers } = (await archive.getMetadata()) as { vector_layers?: unknown };
  const ids = Array.isArray(layers) ? layers.map((layer: { id?: unknown }) => layer?.id) : [];
  if (tileType === 1 && OURS.every((id) => ids.includes(id))) return 'tiles';
  throw new Error(`tiles of another schema: ${url}`);
}

/** Layers by which tiles are known to be drawn by our style. */
const OURS = ['land', 'water', 'street'];
