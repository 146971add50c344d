import Papa from 'papaparse';
import { sampleCity } from '../../../scripts/sample-city/sample-city.ts';

/** The written files read back by other means than the app's own, in metres and plain rows. */
export interface ReadNode {
  id: string;
  x: number;
  y: number;
  tags: Record<string, string>;
}

export interface ReadWay {
  nodes: ReadNode[];
  tags: Record<string, string>;
}

const METRES = (6_371_008.8 * Math.PI) / 180;

export function metres(lon: number, lat: number): { x: number; y: number } {
  return { x: (lon - 150) * METRES * Math.cos((38 * Math.PI) / 180), y: (lat - 38) * METRES };
}

export function readOsmText(xml: string): { nodes: ReadNode[]; ways: ReadWay[] } {
  const byId = new Map<string, ReadNode>();
  const node = /<node id="(\d+)"[^>]*? lat="(-?[\d.]+)" lon="(-?[\d.]+)"(?:\/>|>(.*?)<\/node>)/g;
  for (const [, id, lat, lon, inner] of xml.matchAll(node))
    byId.set(id, { id, ...metres(Number(lon), Number(lat)), tags: tagsIn(inner ?? '') });
  const ways = [...xml.matchAll(/<way [^>]*>(.*?)<\/way>/g)].map(([, inner]) => ({
    nodes: [...inner.matchAll(/<nd ref="(\d+)"\/>/g)].map(([, ref]) => byId.get(ref)!),
    tags: tagsIn(inner),
  }));
  return { nodes: [...byId.values()], ways };
}

function tagsIn(xml: string): Record<string, string> {
  return Object.fromEntries(
    [...xml.matchAll(/<tag k="([^"]*)" v="([^"]*)"\/>/g)].map(([, k, v]) => [k, v]),
  );
}

/** Rows of a CSV by column name. */
export function readRows(csv: string): Record<string, string>[] {
  const [columns, ...rows] = Papa.parse<string[]>(csv.trimEnd()).data;
  return rows.map((cells) => {
    if (cells.length !== columns.length)
      throw new Error(`${cells.length} cells in ${cells.join()}`);
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]]));
  });
}

export type Ring = [number, number][];

export function readRings(geojson: string): { properties: Record<string, string>; ring: Ring }[] {
  const { features } = JSON.parse(geojson) as {
    features: { properties: Record<string, string>; geometry: { coordinates: Ring[] } }[];
  };
  return features.map(({ properties, geometry }) => ({
    properties,
    ring: geometry.coordinates[0],
  }));
}

/** Even–odd rule on degrees. */
export function inRing(ring: Ring, lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Even–odd rule on metres. */
export function inWay({ nodes }: ReadWay, { x, y }: { x: number; y: number }): boolean {
  return inRing(
    nodes.map((node) => [node.x, node.y]),
    x,
    y,
  );
}

export const files = sampleCity();
export const osm = readOsmText(files['streets.osm']);
export const streets = osm.ways.filter(({ tags }) => tags.highway);
export const people = readRows(files['population.csv']);
export const facilities = readRows(files['facilities.csv']);
export const areas = readRings(files['areas.geojson']);
export const studyArea = readRings(files['study-area.geojson'])[0].ring;
