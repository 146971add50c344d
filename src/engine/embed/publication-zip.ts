import { zipSync, type Zippable } from 'fflate';
import type { Dossier } from '../handin/dossier.ts';
import type { PublicationOrder } from '../handin/hand-in.ts';
import { publication } from './publication.ts';

/** The first day a ZIP can name: the same view is the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);
/** Packed already. */
const PACKED = /\.(png|pmtiles|wasm)$/;

/** A published folder as one ZIP, its files in a folder of their own as `huimin publish` writes them. */
export function publicationZip(
  dossier: Dossier,
  { order, pictures, live }: PublicationOrder,
): Uint8Array<ArrayBuffer> {
  const { files } = publication(dossier, order, pictures, live);
  const { manifest, query } = dossier.subject;
  const folder = `huimin-${manifest.id}-${query.service}`;
  const parts: Zippable = {};
  for (const [name, bytes] of files) {
    parts[`${folder}/${name}`] = [bytes, { level: PACKED.test(name) ? 0 : 6 }];
  }
  return zipSync(parts, { mtime: FIRST_DAY }) as Uint8Array<ArrayBuffer>;
}
