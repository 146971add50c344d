import { bboxOf, type Bbox } from '../../core/geo.ts';
import {
  framedMap,
  legendEntries,
  type Around,
  type FrameBody,
  type FrameLegend,
  type FrameText,
} from '../../data/export/map-frame.ts';
import { printColours, type LegendColours } from '../../data/export/print-colours.ts';
import { mapBody, type MapContent } from '../../data/export/map-body.ts';
import { formatMethod } from '../../data/export/method.ts';
import { PrintNumbers } from '../../data/export/print-numbers.ts';
import { sentencesOf } from '../../data/export/print-sentences.ts';
import { printWords } from '../../data/export/print-words.ts';
import { seenText } from '../../data/import/half-width.ts';
import type { Dossier } from './dossier.ts';
import { groundLines } from './ground.ts';

/** A map that was drawn elsewhere, to be framed. */
export interface DrawnMap {
  /** Data URL of the picture. */
  href: string;
  /** Size in CSS pixels. */
  width: number;
  height: number;
  metresPerUnit: number;
  /** Lines to credit beside our own: an outside basemap's attribution and approval. */
  approval: string | null;
  attribution: string | null;
  /** Its own colours, for the legend. */
  colours: LegendColours;
}

const WIDTH = 900;
/** In a narrower picture the smaller streets would be a grey mass, and numbers lie on one another. */
const SMALL = 500;

/** How a map is drawn, where it is not a whole picture. */
export interface Drawing {
  around: Around;
  /** Units; the height suits the ground where it is not given. */
  width?: number;
  height?: number;
  /** What ids begin with: those of two pictures on one page must differ. */
  prefix?: string;
}

/** The map of an answer as a vector picture, with everything that has to stand round it unless said otherwise. */
export function vectorMap(dossier: Dossier, drawing: Drawing = { around: 'all' }): string {
  const { around, width = WIDTH, prefix } = drawing;
  const content = contentOf(dossier);
  if (width < SMALL) {
    content.ground.minor = [];
    content.numbered = 9;
  }
  const height = drawing.height ?? heightFor(content.bbox, width);
  const body = mapBody(content, width, height, prefix);
  return frame(dossier, { ...body, width, height }, content, null, around);
}

/** The legend of that map, for a page that has it in text. */
export function legendOf(dossier: Dossier): { mark: string; label: string }[] {
  const legend = frameLegend(dossier, contentOf(dossier), null);
  return legendEntries(legend, printWords(dossier.subject.language));
}

/** The same round a map that was drawn elsewhere. */
export function framePicture(dossier: Dossier, drawn: DrawnMap): string {
  const { width, height, metresPerUnit, href } = drawn;
  const svg = `<image width="${width}" height="${height}" href="${href}"/>`;
  return frame(dossier, { svg, width, height, metresPerUnit }, contentOf(dossier), drawn, 'all');
}

function frame(
  dossier: Dossier,
  body: FrameBody,
  content: MapContent,
  drawn: DrawnMap | null,
  around: Around,
): string {
  const { manifest, language, service, made } = dossier.subject;
  const words = printWords(language);
  const numbers = new PrintNumbers(language);
  const method = dossier.method('map');
  const said = sentencesOf(method, service, language, words, numbers);
  // A mark of direction in a name would turn round the figures after it.
  const name = seenText((language === 'en' && manifest.name_en) || manifest.name);
  const approval = drawn?.approval ? words.approved(drawn.approval) : words.schematic;
  const text: FrameText = {
    title: `${name} · ${said.headline}`,
    answer: `${said.share}（${said.ofPeople}）`,
    rule: `${words.rule}${language === 'zh' ? '：' : ': '}${said.rule}`,
    credits: [
      approval,
      drawn?.attribution,
      manifest.invented ? words.inventedShort : words.osm,
      words.dataOf(manifest.data_date?.slice(0, 10) ?? words.dateUnknown),
      words.made(made),
      words.product,
    ]
      .filter(Boolean)
      .join(' · '),
    invented: manifest.invented ? words.invented : null,
  };
  if (language === 'en') text.answer = `${said.share} (${said.ofPeople})`;
  const legend = frameLegend(dossier, content, drawn);
  return framedMap(body, text, legend, words, formatMethod(method), around);
}

function frameLegend(
  { subject: { query } }: Dossier,
  content: MapContent,
  drawn: DrawnMap | null,
): FrameLegend {
  return {
    minutes: query.minutes,
    gaps: content.gaps.length > 0,
    coming: content.sites.some(({ status }) => status === 'planned' || status === 'building'),
    changed: content.sites.some(({ changed }) => changed),
    areas: !drawn && content.areas.length > 0,
    colours: drawn?.colours ?? printColours(query.minutes, content.colour),
  };
}

/** What is drawn: the region's areas fill the picture, or its streets where it has none. */
export function contentOf(dossier: Dossier): MapContent {
  const { prepared, subject, bands, gaps } = dossier;
  const { areas, graph } = prepared.region;
  const bbox = bboxOf(areas.flatMap((area) => area.polygons.flat(2)));
  const box = bbox ?? (subject.manifest.bbox as Bbox);
  const changed = new Set(
    subject.scenario?.edits.flatMap((edit) =>
      edit.kind === 'add' ? [edit.facility.id] : edit.kind === 'move' ? [edit.id] : [],
    ),
  );
  return {
    bbox: box,
    bands,
    gaps: gaps.slice(0, 99),
    areas: areas.map(({ polygons }) => polygons),
    sites: subject.facilities
      .filter(({ service }) => service === subject.service.key)
      .filter(({ equipped }) => equipped !== false)
      .map(({ id, lon, lat, status }) => ({ lon, lat, status, changed: changed.has(id) })),
    ground: groundLines(graph, box),
    colour: subject.service.colour,
  };
}

/** A height that suits the ground's own shape, within what a page bears. */
function heightFor([west, south, east, north]: Bbox, width: number): number {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const ratio = (north - south) / Math.max((east - west) * squeeze, 1e-9);
  return Math.round(width * Math.min(1.2, Math.max(0.55, ratio)));
}
