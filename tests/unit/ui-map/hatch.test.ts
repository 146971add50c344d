import { describe, expect, it } from 'vitest';
import { hatch, PIXEL_RATIO } from '../../../src/ui/map/hatch.ts';
import { drawImage, hatchImage } from '../../../src/ui/map/map-images.ts';

/** The opacities of a tile as rows of characters, darkest '#'. */
function picture({ width, data }: { width: number; data: Uint8ClampedArray }): string[] {
  const marks = Array.from(
    data.filter((_, i) => i % 4 === 3),
    (alpha) => (alpha > 170 ? '#' : alpha > 85 ? '+' : alpha > 0 ? '.' : ' '),
  );
  return Array.from({ length: width }, (_, y) => marks.slice(y * width, (y + 1) * width).join(''));
}

describe('the hatch', () => {
  it('is a line from corner to corner', () => {
    expect(picture(hatch('#B4431A', 1, 4))).toEqual([
      '#.   .##',
      '.   .###',
      '   .###.',
      '  .###. ',
      ' .###.  ',
      '.###.   ',
      '###.   .',
      '##.   .#',
    ]);
  });

  it('continues into its neighbours', () => {
    const rows = picture(hatch('#000000', 1.5));
    const side = rows.length;
    // One step right and one up is the same spot on the line, across the tile's edges too.
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        expect(rows[y][x]).toBe(rows[(y + side - 1) % side][(x + 1) % side]);
      }
    }
  });

  it('has one colour and as much ink as its width says', () => {
    const [line, size] = [2, 8];
    const { data } = hatch('#0B6E75', line, size);
    let ink = 0;
    for (let i = 0; i < data.length; i += 4) {
      expect([...data.slice(i, i + 3)]).toEqual([0x0b, 0x6e, 0x75]);
      ink += data[i + 3] / 255;
    }
    const expected = (line * Math.SQRT2) / size;
    expect(ink / (data.length / 4)).toBeCloseTo(expected, 1);
    expect(data).toHaveLength((size * PIXEL_RATIO) ** 2 * 4);
  });

  it('is drawn again from its id', () => {
    expect(drawImage(hatchImage('#B4431A', 1.3))).toEqual(hatch('#B4431A', 1.3));
    expect(drawImage('somebody else’s')).toBeNull();
  });
});
