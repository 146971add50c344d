import { canonicalJson } from '../../data/embed/canonical-json.ts';
import type { Correction } from '../../data/embed/correction.ts';
import { folderReadme } from '../../data/embed/folder-readme.ts';
import type { FrozenView } from '../../data/embed/frozen-view.ts';
import { fullPageAddress } from '../../data/embed/full-page.ts';
import { oEmbed } from '../../data/embed/oembed.ts';
import { FIGURES_FILE, formatPublication, PAGE_FILE } from '../../data/embed/publication-file.ts';
import { stillPage } from '../../data/embed/still-page.ts';
import { STILL_SCRIPT, STILL_SCRIPT_FILE } from '../../data/embed/still-script.ts';
import { formatSums, SUMS } from '../../data/sums.ts';
import type { Dossier } from '../handin/dossier.ts';
import { legendOf, vectorMap } from '../handin/picture.ts';
import { cutRegion } from './cut-region.ts';
import { figuresAgain } from './figures-again.ts';
import { freeze, type Said } from './freeze.ts';

/** How a view is to be published. */
export interface Order extends Said {
  /** Where the folder will stand; null where that is not known yet. */
  url: string | null;
  /** The planner's page on the deployer's host; null for none. */
  page: string | null;
  /** Notes of an earlier publication that this one takes the place of. */
  corrections: Correction[];
}

/** The picture drawn by a browser: PNG once and at twice the pixels. Size of the first in pixels. */
export interface DrawnPictures {
  once: Uint8Array;
  twice: Uint8Array;
  width: number;
  height: number;
}

/** The live map's program: its module and all its files, by their names in dist/. */
export interface LiveProgram {
  entry: string;
  files: Map<string, Uint8Array>;
  /** The ground below the map: the region's own archive; null where it has none. */
  basemap: Uint8Array | null;
}

export const PICTURE_FILE = 'picture.svg';
const PNG_FILE = 'picture.png';
const PNG_TWICE_FILE = 'picture-2x.png';
/** The folder of the data; verify computes the figures again from it. */
export const REGION_FOLDER = 'region';
const LIVE_FOLDER = 'live';

/** Width of the narrow map in units: a phone's, less the page's margins. */
const NARROW = 360;
/** What a frame in an oEmbed consumer is given, pixels; the page tells its own height besides. */
const OEMBED_SIZE = { width: 640, height: 900 };

/**
 * The files of a published folder by their paths, SHA256SUMS last; the same whether the terminal or
 * the page makes them. Pure: pictures and the live map come from whoever has a browser and a build.
 */
export function publication(
  dossier: Dossier,
  order: Order,
  pictures: DrawnPictures | null,
  live: LiveProgram | null,
): { view: FrozenView; files: Map<string, Uint8Array> } {
  const { language } = dossier.subject;
  const view = freeze(dossier, order);
  const method = dossier.method('map');
  const url = order.url && order.url.replace(/\/*$/, '/');
  const cut = cutRegion(dossier, !!live?.basemap);
  // What is published is what verify will find: anything else is a fault of ours.
  const again = figuresAgain(cut.region, view);
  if (canonicalJson(again.now) !== canonicalJson(again.frozen)) {
    throw new Error('the region cut to a view gives other figures than the whole one');
  }
  const png = pictures && { file: PNG_FILE, width: pictures.width, height: pictures.height };
  const html = stillPage({
    language,
    view,
    method,
    maps: {
      wide: vectorMap(dossier, { around: 'nothing', prefix: 'wide' }),
      narrow: vectorMap(dossier, { around: 'nothing', prefix: 'narrow', width: NARROW }),
    },
    legend: legendOf(dossier),
    corrections: order.corrections,
    picture: png,
    url,
    fullPage: order.page && fullPageAddress(order.page, view, language),
    live: live && `${LIVE_FOLDER}/${live.entry}`,
  });
  const thumbnail =
    png && url ? { url: `${url}${PNG_FILE}`, width: png.width, height: png.height } : null;
  const card = oEmbed(view, language, `${url ?? ''}${PAGE_FILE}`, OEMBED_SIZE, thumbnail);
  const texts: [string, string][] = [
    [PAGE_FILE, html],
    [PICTURE_FILE, vectorMap(dossier)],
    [FIGURES_FILE, formatPublication({ language, view, method, corrections: order.corrections })],
    ['oembed.json', `${JSON.stringify(card, null, 1)}\n`],
    [STILL_SCRIPT_FILE, STILL_SCRIPT],
    ['README.txt', folderReadme(view, { url, png: png !== null, live: live !== null })],
    [`${REGION_FOLDER}/manifest.json`, `${JSON.stringify(cut.manifest, null, 2)}\n`],
  ];
  const files = new Map<string, Uint8Array>(
    texts.map(([name, text]) => [name, new TextEncoder().encode(text)]),
  );
  files.set(`${REGION_FOLDER}/${cut.manifest.bundle.file}`, cut.bundle);
  const { basemap } = cut.manifest;
  if (basemap && live?.basemap) files.set(`${REGION_FOLDER}/${basemap.file}`, live.basemap);
  if (pictures) files.set(PNG_FILE, pictures.once).set(PNG_TWICE_FILE, pictures.twice);
  for (const [name, bytes] of live?.files ?? []) files.set(`${LIVE_FOLDER}/${name}`, bytes);
  return { view, files: summed(files) };
}

/** The files with the sums of them all. */
export function summed(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const rest = new Map([...files].filter(([name]) => name !== SUMS));
  return rest.set(SUMS, new TextEncoder().encode(formatSums(rest)));
}
