import { fromArrayBuffer } from 'geotiff';
import { beforeAll, describe, expect, it } from 'vitest';
import { files, metres, osm } from './read-back.ts';

let heightAt: (lon: number, lat: number) => number;
let box: number[];
let cell: [number, number];

/** Longitude and latitude of a node that was read back in metres. */
const degrees = ({ x, y }: { x: number; y: number }): [number, number] => {
  const unit = metres(151, 39);
  return [150 + x / unit.x, 38 + y / unit.y];
};

beforeAll(async () => {
  const bytes = files['elevation.tif'];
  const tiff = await fromArrayBuffer(bytes.slice().buffer);
  const image = await tiff.getImage();
  const [raster] = (await image.readRasters()) as unknown as Float32Array[];
  box = image.getBoundingBox();
  const [width, height] = [image.getWidth(), image.getHeight()];
  cell = [(box[2] - box[0]) / width, (box[3] - box[1]) / height];
  expect(image.getGeoKeys()?.GeographicTypeGeoKey).toBe(4326);
  heightAt = (lon, lat) =>
    raster[Math.floor((box[3] - lat) / cell[1]) * width + Math.floor((lon - box[0]) / cell[0])];
});

describe('elevation.tif', () => {
  it('covers all that is mapped in cells of about 60 m', () => {
    const unit = metres(151, 39);
    expect(cell[0] * unit.x).toBeCloseTo(60, 1);
    expect(cell[1] * unit.y).toBeCloseTo(60, 1);
    const outside = osm.nodes.map(degrees).filter(([lon, lat]) => {
      return lon < box[0] || lon > box[2] || lat < box[1] || lat > box[3];
    });
    expect(outside).toEqual([]);
  });

  it('rises to the height that the summit states, and nowhere near it in the town', () => {
    const peak = osm.nodes.find(({ tags }) => tags.natural === 'peak')!;
    expect(Math.abs(heightAt(...degrees(peak)) - Number(peak.tags.ele))).toBeLessThan(2);
    const town = osm.nodes.filter(({ x, y }) => Math.hypot(x, y) < 2000);
    expect(Math.max(...town.map((node) => heightAt(...degrees(node))))).toBeLessThan(90);
  });

  it('has the river in the lowest land, falling to the east', () => {
    const river = osm.ways.find(({ tags }) => tags.waterway === 'river')!.nodes;
    const beds = river.map((node) => heightAt(...degrees(node)));
    const banks = river.map(({ x, y }) => heightAt(...degrees({ x, y: Math.min(y + 1500, 9000) })));
    expect(beds.filter((bed, i) => bed < banks[i]).length / beds.length).toBeGreaterThan(0.97);
    expect(beds[0]).toBeGreaterThan(beds[beds.length - 1]);
  });

  it('is gentle where the town stands and steep on the steps of the hill', () => {
    const slope = (a: { x: number; y: number }, b: { x: number; y: number }) =>
      Math.abs(heightAt(...degrees(a)) - heightAt(...degrees(b))) /
      Math.hypot(a.x - b.x, a.y - b.y);
    const slopes: number[] = [];
    for (let x = -2000; x <= 2000; x += 100)
      for (let y = -2000; y <= 1800; y += 100) slopes.push(slope({ x, y }, { x: x + 240, y }));
    expect(Math.max(...slopes)).toBeLessThan(0.04);
    const steps = osm.ways.find(({ tags }) => tags.name === '百步梯')!.nodes;
    expect(slope(steps[0], steps[steps.length - 1])).toBeGreaterThan(0.15);
  });
});
