import { expect, test } from 'vitest';
import { tiandituTiles } from '../../../src/ui/map/tianditu.ts';

test('天地图 is asked in WMTS, of eight servers in turn', () => {
  const tiles = tiandituTiles('https://t{s}.tianditu.gov.cn', 'cva', 'KEY12345');
  expect(tiles).toHaveLength(8);
  expect(tiles[7]).toBe(
    'https://t7.tianditu.gov.cn/cva_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0' +
      '&LAYER=cva&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles' +
      '&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=KEY12345',
  );
});

test('a stand-in is one server, its path kept', () => {
  expect(tiandituTiles('http://127.0.0.1:8080/proxy/', 'vec', 'KEY12345')).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:8080\/proxy\/vec_w\/wmts\?SERVICE=WMTS&/),
  ]);
});
