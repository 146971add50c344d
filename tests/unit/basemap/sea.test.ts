import { describe, expect, it } from 'vitest';
import { inPolygons, type Bbox, type LonLat } from '../../../src/core/geo.ts';
import { clipLine } from '../../../src/data/basemap/clip-line.ts';
import { seaOf } from '../../../src/data/basemap/sea.ts';

const BOX: Bbox = [0, 0, 1, 1];

/** The box as nine by nine letters, north up: ~ is sea, . is land. */
function picture(lines: LonLat[][], box = BOX): string {
  const { polygons } = seaOf(lines, box);
  const [west, south, east, north] = box;
  const rows = Array.from({ length: 9 }, (_, y) =>
    Array.from({ length: 9 }, (_, x) => {
      const at = [
        west + ((x + 0.5) / 9) * (east - west),
        north - ((y + 0.5) / 9) * (north - south),
      ] as const;
      return inPolygons(polygons, ...at) ? '~' : '.';
    }).join(''),
  );
  return rows.join('\n');
}

const drawn = (text: string) => text.trim().replace(/^ +/gm, '');
const island: LonLat[] = [
  [0.4, 0.2],
  [0.6, 0.2],
  [0.6, 0.4],
  [0.4, 0.4],
  [0.4, 0.2],
];

describe('the sea', () => {
  it('lies on the right of its coast', () => {
    const eastward: LonLat[] = [
      [-1, 0.5],
      [2, 0.5],
    ];
    const south = drawn(`
      .........
      .........
      .........
      .........
      ~~~~~~~~~
      ~~~~~~~~~
      ~~~~~~~~~
      ~~~~~~~~~
      ~~~~~~~~~`);
    expect(
      picture([
        [
          [-1, 0.52],
          [2, 0.52],
        ],
      ]),
    ).toBe(south);
    expect(
      picture([
        [
          [2, 0.52],
          [-1, 0.52],
        ],
      ]).replace(/[~.]/g, (c) => (c === '~' ? '.' : '~')),
    ).toBe(south);
    expect(seaOf([eastward], BOX).open).toBe(0);
  });

  it('of a coast in pieces, given in any order, with an island', () => {
    const coast: LonLat[][] = [
      [
        [0.5, 0.52],
        [2, 0.8],
      ],
      [
        [-1, 0.82],
        [0.2, 0.82],
      ],
      [
        [0.2, 0.82],
        [0.5, 0.52],
      ],
    ];
    expect(picture([...coast, island])).toBe(
      drawn(`
      .........
      .........
      ~~~......
      ~~~~.....
      ~~~~~~~~~
      ~~~~.~~~~
      ~~~~.~~~~
      ~~~~~~~~~
      ~~~~~~~~~`),
    );
  });

  it('of a cape, a strait and a bay: each stretch of the edge goes to the coast it meets', () => {
    // Land in the west and in the east, the sea between them from north to south.
    expect(
      picture([
        [
          [0.3, 2],
          [0.3, -1],
        ].reverse() as LonLat[],
        [
          [0.7, 2],
          [0.7, -1],
        ],
      ]),
    ).toBe(drawn(Array.from({ length: 9 }, () => '...~~~...').join('\n')));
    // The other way round: a tongue of land between two seas.
    expect(
      picture([
        [
          [0.3, 2],
          [0.3, -1],
        ],
        [
          [0.7, -1],
          [0.7, 2],
        ],
      ]),
    ).toBe(drawn(Array.from({ length: 9 }, () => '~~~...~~~').join('\n')));
  });

  it('of an island that the box cuts', () => {
    const ring: LonLat[] = [
      [0.5, 0.5],
      [-1, 0.9],
      [-1, 0.1],
      [0.5, 0.5],
    ];
    const text = picture([ring]);
    expect(text.split('\n')[4]).toBe('....~~~~~');
    expect(text.split('\n')[0]).toBe('~~~~~~~~~');
  });

  it('reaches the edge where an extract is cut a little inside of it', () => {
    expect(
      picture([
        [
          [0.001, 0.52],
          [0.999, 0.52],
        ],
      ]),
    ).toBe(
      picture([
        [
          [-1, 0.52],
          [2, 0.52],
        ],
      ]),
    );
  });

  it('is not drawn where a coast ends in the middle, or where there are islands only', () => {
    expect(
      seaOf(
        [
          [
            [-1, 0.5],
            [0.5, 0.5],
          ],
        ],
        BOX,
      ),
    ).toEqual({ polygons: [], open: 1 });
    expect(seaOf([island], BOX)).toEqual({ polygons: [], open: 0 });
    expect(seaOf([], BOX)).toEqual({ polygons: [], open: 0 });
    expect(
      seaOf(
        [
          [
            [5, 5],
            [6, 6],
          ],
        ],
        BOX,
      ),
    ).toEqual({ polygons: [], open: 0 });
  });
});

it('a line is cut where it leaves the box and where it comes back', () => {
  expect(
    clipLine(
      [
        [-1, 0.5],
        [0.5, 0.5],
        [0.5, 2],
        [0.75, 2],
        [0.75, 0.5],
      ],
      BOX,
    ),
  ).toEqual([
    [
      [0, 0.5],
      [0.5, 0.5],
      [0.5, 1],
    ],
    [
      [0.75, 1],
      [0.75, 0.5],
    ],
  ]);
  expect(
    clipLine(
      [
        [-1, 0.5],
        [-0.5, 0.5],
      ],
      BOX,
    ),
  ).toEqual([]);
});
