import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflateZlib } from '../../../src/data/osm/inflate.ts';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { Tags } from '../../../src/data/osm/tags.ts';
import type { OsmData } from '../../../src/data/osm/osm.ts';
import { flaws } from './listed.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data');

const nodeInflate = (data: Uint8Array, rawSize: number) =>
  inflateSync(data, { maxOutputLength: Math.max(1, rawSize) });

function counts({ nodes, ways, relations }: OsmData) {
  return {
    nodes: nodes.ids.length,
    ways: ways.ids.length,
    relations: relations.ids.length,
    refs: ways.refs.length,
    members: relations.memberIds.length,
    tags: (nodes.tags.length + ways.tags.length + relations.tags.length) / 2,
  };
}

function boxOfNodes({ nodes }: OsmData) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  nodes.lon.forEach((lon, i) => {
    box[0] = Math.min(box[0], lon / 1e7);
    box[1] = Math.min(box[1], nodes.lat[i] / 1e7);
    box[2] = Math.max(box[2], lon / 1e7);
    box[3] = Math.max(box[3], nodes.lat[i] / 1e7);
  });
  return box;
}

/** Names in ways, as a check that text is text. */
function hasName(osm: OsmData, name: string) {
  const key = new Tags(osm.strings).key('name');
  const value = osm.strings.indexOf(name);
  const { tags } = osm.ways;
  for (let i = 0; i < tags.length; i += 2)
    if (tags[i] === key && tags[i + 1] === value) return true;
  return false;
}

/** Expected figures are those of `osmium fileinfo -e` and of `grep -c` on the XML (`osmium cat -f osm`). */
const FILES = [
  {
    file: 'porto-alegre/poa_osm.pbf',
    counts: { nodes: 43264, ways: 16032, relations: 23, refs: 66840, members: 90, tags: 118735 },
    nodesIn: [-51.2663537, -30.1133278, -51.1321566, -29.9876429],
    bbox: null,
    date: '2020-08-12T19:31:51Z',
    name: 'Avenida Ipiranga',
  },
  {
    file: 'monaco/monaco_2016.osm.pbf',
    counts: {
      nodes: 180118,
      ways: 27377,
      relations: 212,
      refs: 238855,
      members: 2008,
      tags: 72448,
    },
    nodesIn: [7.3490007, 43.7147967, 7.490996, 43.77],
    bbox: [7.349, 43.71, 7.491, 43.77],
    date: '2016-03-05T00:26:02Z',
    name: 'Boulevard des Moulins',
  },
  {
    file: 'guixi/guixi_2024.osm.gz',
    counts: { nodes: 4020, ways: 433, relations: 24, refs: 4562, members: 4938, tags: 1748 },
    bbox: [117.19116, 28.28171, 117.25519, 28.32252],
    date: '2024-11-18T05:46:04Z',
    name: '信江',
  },
  {
    file: 'beijing-haidian/thu_zhongguancun_2017.osm.gz',
    counts: { nodes: 7450, ways: 1360, relations: 189, refs: 8997, members: 8812, tags: 5710 },
    bbox: [116.3084, 39.9905, 116.332, 40.0123],
    date: '2017-06-24T10:40:54Z',
    name: '成府路',
  },
  {
    file: 'beijing-haidian/bupt_2025.osm.gz',
    counts: { nodes: 2312, ways: 472, relations: 32, refs: 2885, members: 1408, tags: 1988 },
    bbox: [116.34886, 39.95668, 116.35519, 39.96377],
    date: '2025-04-30T10:06:54Z',
    name: '西土城路',
  },
];

describe('real files', () => {
  for (const { file, ...expected } of FILES) {
    const path = resolve(folder, file);
    const absent = !existsSync(path);
    if (absent) console.log(`osm: ${path} is absent (HUIMIN_REAL_DATA): its test is skipped`);

    it.skipIf(absent)(file, () => {
      const bytes = new Uint8Array(readFileSync(path));
      const osm = readOsm(bytes, { fileName: file, inflate: nodeInflate });
      expect(flaws(osm)).toEqual([]);
      expect(counts(osm)).toEqual(expected.counts);
      expect(osm.bbox).toEqual(expected.bbox);
      expect(osm.date).toBe(expected.date);
      if (expected.nodesIn) expect(boxOfNodes(osm)).toEqual(expected.nodesIn);
      expect(hasName(osm, expected.name)).toBe(true);
      // The browser's inflate reads the same.
      const again = readOsm(bytes, { fileName: file, inflate: inflateZlib });
      expect(isDeepStrictEqual(again, osm)).toBe(true);
    });
  }
});
