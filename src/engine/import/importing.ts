import type { Outcome } from '../engine.ts';
import type { Target } from '../../data/import/fields.ts';
import { geocodeUrl, readGeocoded, type Geocoder } from '../../data/import/geocode.ts';
import type { ImportPlan } from '../../data/import/import-plan.ts';
import type { GivenPlace, Judged } from '../../data/import/judge-row.ts';
import { pointsOf } from '../../data/import/points-of.ts';
import type { Repair } from '../../data/import/repair.ts';
import type { Account, Decision } from '../../data/import/settle-rows.ts';
import {
  endOf,
  importedCsv,
  importedGeoJson,
  reasonsCsv,
} from '../../data/import/write-imported.ts';
import { packRows, type Layer } from '../../data/project/layer.ts';
import { toWgs84 } from '../../data/crs/crs.ts';
import { Fault, type Text } from '../../data/fault.ts';
import type { Facility } from '../../data/tables/facility.ts';
import { objectUrl } from '../object-url.ts';
import { outcomeOf } from '../outcome.ts';
import type { Opened } from '../workbench.ts';
import { fitCrs, type CrsHint } from './crs-fit.ts';
import { ImportDesk, type Laid, type OpenedFile } from './import-desk.ts';
import { KnownPlaces, type PlaceMatch } from './known-places.ts';
import { placeOfMatch, placesByName } from './place-by-name.ts';

/** Which rows of the list are wanted. */
export type RowFilter = 'all' | 'accepted' | 'repaired' | 'rejected' | 'waiting' | 'duplicates';

/** A row as the page lists it. */
export interface ShownRow {
  line: number;
  end: 'accepted' | 'repaired' | 'rejected';
  name: string;
  address: string;
  why: Text | null;
  code: string | null;
  repairs: Repair[];
  waiting: boolean;
  /** The row it is a copy of, 0 for one of the region; null for none. */
  of: number | null;
  cells: [field: string, text: string][];
}

/** The desk as the page works at it: users' faults come back as data, lists come in pages. */
export class Importing {
  readonly #opened: () => Opened;
  #desk: ImportDesk;
  #known: KnownPlaces | null = null;
  #stopped = false;

  constructor(opened: () => Opened) {
    this.#opened = opened;
    this.#desk = new ImportDesk(opened().services, []);
  }

  /** Opens a file; what was on the desk before is put away. */
  async open(bytes: Uint8Array, name: string): Promise<Outcome<OpenedFile>> {
    const { services, prepared } = this.#opened();
    this.#desk = new ImportDesk(services, prepared.region.facilities);
    this.#known = null;
    return outcomeOf(() => this.#desk.open(bytes, name));
  }

  async guess(sheet: number, target: Target): Promise<Laid> {
    return this.#desk.guess(sheet, target);
  }

  async lay(plan: ImportPlan): Promise<Laid> {
    return this.#desk.lay(plan);
  }

  /** Which coordinate system the laid rows fit the streets in. */
  async hint(): Promise<CrsHint> {
    return fitCrs(this.#opened().prepared, pointsOf(this.#desk.laidRows, this.#desk.rule()));
  }

  /** Judges all rows; null in place of an account where it was stopped. */
  async judge(progress: (done: number, of: number) => void): Promise<Outcome<Account | null>> {
    this.#stopped = false;
    return outcomeOf(() =>
      this.#desk.judge(async (done, of) => {
        progress(done, of);
        await new Promise((resolve) => setTimeout(resolve));
        return !this.#stopped;
      }),
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
  }

  /** A page of the list, from the `from`th of those wanted, and how many there are. */
  async rows(
    filter: RowFilter,
    from: number,
    count: number,
  ): Promise<{ rows: ShownRow[]; of: number }> {
    const copies = new Map(this.#desk.duplicates.map((copy) => [copy.line, copy.of]));
    const wanted = this.#desk.judged.filter((row) => {
      if (filter === 'all') return true;
      if (filter === 'waiting') return row.waiting;
      return filter === 'duplicates' ? copies.has(row.line) : endOf(row) === filter;
    });
    const rows = wanted.slice(from, from + count).map((row) => this.#shown(row, copies));
    return { rows, of: wanted.length };
  }

  #shown(row: Judged, copies: Map<number, number>): ShownRow {
    const { line, name, address, wrong, repairs, waiting } = row;
    return {
      line,
      end: endOf(row),
      name,
      address,
      why: wrong?.text ?? null,
      code: wrong?.code ?? null,
      repairs: repairs.slice(0, 20),
      waiting,
      of: copies.get(line) ?? null,
      cells: this.#desk.cells(line),
    };
  }

  async edit(line: number, field: string, text: string): Promise<Account> {
    return this.#desk.edit(line, field, text);
  }

  /** Puts a row where somebody pointed on the map, WGS 84. */
  async placeByHand(line: number, lon: number, lat: number): Promise<Account> {
    return this.#desk.place(line, {
      lon,
      lat,
      how: { zh: '在地图上放置', en: 'placed on the map' },
    });
  }

  /** Known places a row may mean. */
  async matches(line: number): Promise<PlaceMatch[]> {
    const row = this.#desk.judged.find((one) => one.line === line);
    return row ? this.#places().find(row.name, row.address) : [];
  }

  async placeByMatch(line: number, match: PlaceMatch): Promise<Account> {
    return this.#desk.place(line, placeOfMatch(match));
  }

  /** Places every waiting row whose name is that of exactly one known place. */
  async placeSure(): Promise<Account> {
    return this.#desk.placeAll(placesByName(this.#desk.judged, this.#places()));
  }

  /**
   * Asks a geocoder for the waiting rows that have an address, one after the other. Nothing else of
   * the rows is sent. The first fault ends it; what was found before stays.
   */
  async geocode(
    geocoder: Geocoder,
    progress: (done: number, of: number, found: number) => void,
  ): Promise<{ account: Account; asked: number; found: number; fault: Text | null }> {
    this.#stopped = false;
    const places: [number, GivenPlace][] = [];
    const waiting = this.#desk.judged.filter((row) => row.waiting && row.address !== '');
    let asked = 0;
    let fault: Text | null = null;
    for (const { line, address } of waiting) {
      if (this.#stopped) break;
      progress(asked, waiting.length, places.length);
      const found = await outcomeOf(() => ask(geocoder, address));
      if (!found.ok) {
        fault = found.text;
        break;
      }
      asked++;
      if (found.value) places.push([line, found.value]);
    }
    return { account: this.#desk.placeAll(places), asked, found: places.length, fault };
  }

  async decide(lines: number[], decision: Decision | null): Promise<Account> {
    return this.#desk.decide(lines, decision);
  }

  /** Decides about every row that is there twice. */
  async decideAll(decision: Decision | null): Promise<Account> {
    return this.#desk.decide(
      this.#desk.duplicates.map(({ line }) => line),
      decision,
    );
  }

  /** The rows taken, for the map's source `proposal`; whoever asked revokes the address. */
  async preview(): Promise<string> {
    const features = this.#desk.judged.flatMap(({ value }) =>
      value && 'lon' in value
        ? [
            {
              type: 'Feature' as const,
              properties: { kind: 'candidate' },
              geometry: { type: 'Point' as const, coordinates: [value.lon, value.lat] },
            },
          ]
        : [],
    );
    return objectUrl(JSON.stringify({ type: 'FeatureCollection', features }));
  }

  /** The facilities taken, packed as a layer of a project; `date` is the day, ISO. */
  async layer(id: string, name: string, mode: Layer['mode'], date: string): Promise<Layer> {
    const facilities = this.#desk.judged.flatMap(({ value }) => (value ? [value as Facility] : []));
    const services = new Set(facilities.map(({ service }) => service));
    const service = services.size === 1 ? facilities[0].service : null;
    const { fileName: source, plan } = this.#desk;
    const packed = packRows('facilities', facilities);
    return { id, name, kind: 'facilities', mode, service, source, crs: plan.crs, date, ...packed };
  }

  /** The rows taken, as one of the project's own files. */
  async file(format: 'csv' | 'geojson'): Promise<string> {
    const { target } = this.#desk.plan;
    const write = format === 'csv' ? importedCsv : importedGeoJson;
    return write(target, this.#desk.judged);
  }

  /** All rows with how they ended and why, as a CSV. */
  async reasons(language: 'zh' | 'en'): Promise<string> {
    const cells = (line: number) => this.#desk.row(line)?.cells ?? [];
    return reasonsCsv(this.#desk.judged, this.#desk.columnNames, cells, language);
  }

  #places(): KnownPlaces {
    return (this.#known ??= new KnownPlaces(this.#opened().prepared.region));
  }
}

async function ask(geocoder: Geocoder, address: string): Promise<GivenPlace | null> {
  const response = await fetch(geocodeUrl(geocoder, address), {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(20_000),
  }).catch((error: unknown) => {
    throw unreachable(String(error));
  });
  const found = readGeocoded(await response.text());
  if (!found) return null;
  const [lon, lat] = toWgs84(geocoder.crs, found.lon, found.lat);
  const sure = found.score === null ? '' : ` ${found.score}`;
  return {
    lon,
    lat,
    how: { zh: `地理编码：${found.level}${sure}`, en: `geocoded: ${found.level}${sure}` },
  };
}

const unreachable = (why: string) =>
  new Fault('geocoder-unreachable', {
    zh: `连不上地理编码服务（${why.slice(0, 80)}）。请检查网址和网络；该服务须允许网页访问（CORS）。`,
    en: `the geocoder cannot be reached (${why.slice(0, 80)}). Check its address and the network; it must allow pages to ask (CORS).`,
  });
