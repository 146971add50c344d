import type { Map } from 'maplibre-gl';
import { distance } from '../../../core/geo.ts';
import { PNG_KEYWORD, withPngText } from '../../../data/export/png-text.ts';
import type { DrawnMap } from '../../../engine/handin/picture.ts';

type Canvas = Pick<DrawnMap, 'href' | 'width' | 'height' | 'metresPerUnit'>;

/** What the map shows now, drawn at `ratio` pixels for each of its own. */
export async function drawMap(map: Map, ratio: number): Promise<Canvas> {
  const before = map.getPixelRatio();
  map.setPixelRatio(ratio);
  try {
    if (!map.loaded() || before !== ratio) await new Promise((done) => map.once('idle', done));
    const href = await new Promise<string>((done) => {
      // Outside of its own frame the canvas is empty.
      map.once('render', () => done(map.getCanvas().toDataURL('image/png')));
      map.triggerRepaint();
    });
    const { clientWidth: width, clientHeight: height } = map.getCanvas();
    const [left, right] = [0, width].map((x) => map.unproject([x, height / 2]));
    const metres = distance(left.lng, left.lat, right.lng, right.lat);
    return { href, width, height, metresPerUnit: metres / width };
  } finally {
    map.setPixelRatio(before);
  }
}

/** A vector picture as PNG, `ratio` pixels a unit, with its method block. */
export async function pngOf(
  svg: string,
  ratio: number,
  method: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * ratio);
    canvas.height = Math.round(image.naturalHeight * ratio);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('the browser made no PNG');
    return withPngText(new Uint8Array(await blob.arrayBuffer()), PNG_KEYWORD, method);
  } finally {
    URL.revokeObjectURL(url);
  }
}
