import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Bbox } from '../../../src/core/geo.ts';
import { cutOsm } from '../../../src/data/osm/cut-osm.ts';
import { encodePbf } from '../../../src/data/osm/encode-pbf.ts';
import { inflateZlib } from '../../../src/data/osm/inflate.ts';
import { pbfPasses } from '../../../src/data/osm/osm-passes.ts';
import { bytesSource, pbfBlobs, unpackBlob } from '../../../src/data/osm/pbf-blobs.ts';
import * as E from './pbf-encoder.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data');

type Base = [name: string, bytes: Uint8Array];

/**
 * Real files to spoil. `whole` are as they were downloaded; `pieces` are small enough to be read
 * thousands of times: corners of the PBFs, packed and unpacked, so that changes reach the messages;
 * and of the XML its beginning, some ways and its relations, plain and packed.
 */
export function realBases(): { pieces: Base[]; whole: Base[] } {
  const pieces: Base[] = [];
  const whole: Base[] = [];
  const open = (file: string, use: (bytes: Uint8Array) => void) => {
    const path = resolve(folder, file);
    if (!existsSync(path)) return console.warn(`${path} is absent (HUIMIN_REAL_DATA): not spoilt`);
    const bytes = new Uint8Array(readFileSync(path));
    whole.push([`${file}, whole`, bytes]);
    use(bytes);
  };
  const corner = (file: string, box: Bbox) =>
    open(file, (bytes) => {
      const { osm } = cutOsm(pbfPasses(bytesSource(bytes), { inflate: inflateZlib }), box);
      const packed = Buffer.concat([...encodePbf(osm, (data) => deflateSync(data))]);
      const source = bytesSource(packed);
      const plain = [...pbfBlobs(source)].map((blob) => {
        const content = [...unpackBlob(source, blob, inflateZlib)];
        return Uint8Array.from(E.fileblock(blob.type, E.rawBlob(content)));
      });
      pieces.push([`${file}, packed`, packed], [`${file}, unpacked`, Buffer.concat(plain)]);
    });
  corner('monaco/monaco_2016.osm.pbf', [7.4255, 43.738, 7.427, 43.739]);
  corner('porto-alegre/poa_osm.pbf', [-51.235, -30.04, -51.225, -30.03]);
  open('guixi/guixi_2024.osm.gz', (bytes) => {
    const lines = gunzipSync(bytes).toString('utf8').split('\n');
    const ways = lines.findIndex((line) => line.includes('<way'));
    const end = lines.slice(-60);
    const some = [...lines.slice(0, 150), ...lines.slice(ways, ways + 150), ...end];
    const text = new TextEncoder().encode(some.join('\n'));
    pieces.push(['guixi, XML', text], ['guixi, gzip', gzipSync(text)]);
  });
  return { pieces, whole };
}
