import { writeCsv } from '../../data/export/write-csv.ts';
import { writeGeoJson } from '../../data/export/write-geojson.ts';
import type { Said } from '../embed/freeze.ts';
import type { DrawnPictures, LiveProgram, Order as Published } from '../embed/publication.ts';
import type { Prepared } from '../prepared.ts';
import { Dossier } from './dossier.ts';
import type { FileFormat, LayerName } from './layer-names.ts';
import { layerOf } from './layers.ts';
import { framePicture, vectorMap, type DrawnMap } from './picture.ts';
import { reportOf } from './report.ts';
import type { Subject } from './subject.ts';

/** What is wanted of a subject. */
export type Order =
  | { kind: 'layer'; layer: LayerName; format: FileFormat }
  | { kind: 'map' }
  | { kind: 'picture'; drawn: DrawnMap }
  | { kind: 'report' }
  | { kind: 'frozen'; said: Said }
  | PublicationOrder;

/** A published folder as a ZIP, see embed/publication.ts. */
export interface PublicationOrder {
  kind: 'publication';
  order: Published;
  pictures: DrawnPictures | null;
  live: LiveProgram | null;
}

/** A file made: its name, its media type and what is in it. `method` is the block it carries, or should. */
export interface Handed {
  name: string;
  type: string;
  content: string | Uint8Array<ArrayBuffer>;
  method: string;
}

const TYPES: Record<FileFormat, string> = {
  geojson: 'application/geo+json',
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  fgb: 'application/vnd.flatgeobuf',
};

/** Makes one file. Pure but for loading its writer. */
export async function handIn(prepared: Prepared, subject: Subject, order: Order): Promise<Handed> {
  const dossier = new Dossier(prepared, subject);
  const named = (what: string, end: string) =>
    `huimin-${subject.manifest.id}-${subject.query.service}-${what}.${end}`;
  const method = (what: Parameters<Dossier['method']>[0]) => JSON.stringify(dossier.method(what));
  switch (order.kind) {
    case 'layer':
      return {
        name: named(order.layer, order.format),
        type: TYPES[order.format],
        content: await writeLayer(dossier, order.layer, order.format),
        method: method(order.layer),
      };
    case 'map':
      return {
        name: named('map', 'svg'),
        type: 'image/svg+xml',
        content: vectorMap(dossier),
        method: method('map'),
      };
    case 'picture':
      return {
        name: named('map', 'png'),
        type: 'image/svg+xml',
        content: framePicture(dossier, order.drawn),
        method: method('map'),
      };
    case 'frozen': {
      const { freeze } = await import('../embed/freeze.ts');
      return {
        name: named('embed', 'json'),
        type: 'application/json',
        content: JSON.stringify(freeze(dossier, order.said)),
        method: method('map'),
      };
    }
    case 'publication': {
      const { publicationZip } = await import('../embed/publication-zip.ts');
      return {
        name: named('published', 'zip'),
        type: 'application/zip',
        content: publicationZip(dossier, order),
        method: method('map'),
      };
    }
    case 'report':
      return {
        name: named('report', 'html'),
        type: 'text/html;charset=utf-8',
        content: reportOf(dossier),
        method: method('report'),
      };
  }
}

async function writeLayer(dossier: Dossier, name: LayerName, format: FileFormat) {
  const layer = layerOf(dossier, name);
  const method = dossier.method(name);
  const { language } = dossier.subject;
  if (format === 'geojson') return writeGeoJson(layer, method);
  if (format === 'csv') return writeCsv(layer, method, language);
  if (format === 'fgb') {
    return (await import('../../data/export/write-flat-geobuf.ts')).writeFlatGeobuf(layer, method);
  }
  const { writeXlsx } = await import('../../data/export/write-xlsx.ts');
  return writeXlsx(layer, method, language, SHEETS[name][language]);
}

/** Names of the sheets of a workbook. */
const SHEETS: Record<LayerName, { zh: string; en: string }> = {
  areas: { zh: '区划', en: 'Areas' },
  gaps: { zh: '缺口', en: 'Gaps' },
  places: { zh: '居住点', en: 'Places' },
  facilities: { zh: '设施', en: 'Facilities' },
  bands: { zh: '时间圈', en: 'Bands' },
};
