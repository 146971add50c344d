import { describe, expect, it } from 'vitest';
import { Tags } from '../../../src/data/osm/tags.ts';
import { decodeOsmXml } from '../../../src/data/osm/xml-decode.ts';

const osm = decodeOsmXml([
  new TextEncoder().encode(
    `<osm>
      <way id="1"><tag k="highway" v="steps"/><tag k="name" v="石阶"/></way>
      <way id="2"><tag k="name" v="highway"/></way>
      <way id="3"/>
    </osm>`,
  ),
]);

describe('Tags', () => {
  const tags = new Tags(osm.strings);
  const { ways } = osm;
  const ask = (way: number, key: number) =>
    tags.value(ways.tags, ways.tagStart[way], ways.tagStart[way + 1], key);

  it('gives the value of a key for each object', () => {
    const highway = tags.key('highway');
    expect([0, 1, 2].map((way) => ask(way, highway))).toEqual(['steps', undefined, undefined]);
    expect([0, 1, 2].map((way) => ask(way, tags.key('name')))).toEqual([
      '石阶',
      'highway',
      undefined,
    ]);
  });

  it('gives the index of a value, to be compared without a string', () => {
    const index = tags.valueIndex(ways.tags, 0, 2, tags.key('highway'));
    expect(index).toBe(tags.key('steps'));
    expect(tags.valueIndex(ways.tags, 2, 3, tags.key('highway'))).toBe(-1);
  });

  it('finds nothing for a key that the data does not use, until a growing table has it', () => {
    const strings = [''];
    const growing = new Tags(strings);
    expect(growing.key('surface')).toBe(-1);
    expect(ask(0, tags.key('surface'))).toBeUndefined();
    strings.push('surface');
    expect(growing.key('surface')).toBe(1);
  });
});
