import { canonicalJson } from '../../data/embed/canonical-json.ts';
import type { Correction } from '../../data/embed/correction.ts';
import { embedSentences } from '../../data/embed/embed-sentences.ts';
import type { FrozenView } from '../../data/embed/frozen-view.ts';
import {
  FIGURES_FILE,
  PAGE_FILE,
  parsePublication,
  type PublicationFile,
} from '../../data/embed/publication-file.ts';
import { publicationFaults } from '../../data/embed/publication-faults.ts';
import { unescapeXml } from '../../data/export/escape-xml.ts';
import { PrintNumbers } from '../../data/export/print-numbers.ts';
import { Fault, type Text } from '../../data/fault.ts';
import { parseManifest } from '../../data/region/manifest.ts';
import { decodeRegion } from '../../data/region/region.ts';
import { sha256 } from '../../data/sha256.ts';
import { parseSums, SUMS } from '../../data/sums.ts';
import { queryOfMethod } from '../handin/rerun.ts';
import { figuresAgain, queryOfView } from './figures-again.ts';
import { REGION_FOLDER } from './publication.ts';

/** One thing that was looked at: as it was published, and as it is. */
export interface Check {
  kind: 'file' | 'hash' | 'page' | 'method' | 'figure';
  /** Path of a file, or name of a figure. */
  what: string;
  ok: boolean;
  published: string | number | null;
  now: string | number | null;
}

export interface Verified {
  checks: Check[];
  /** Files that the sums do not list: a host's own, or somebody's; they are no part of what was published. */
  unlisted: string[];
  /** Null where figures.json cannot be read; `why` says so. */
  view: FrozenView | null;
  corrections: Correction[];
  why: Text[];
}

/**
 * Looks at every file of a published folder (by path, with slashes) and computes its figures again
 * from its own region. Nothing outside the folder is asked. Throws Fault `publication` where there
 * are no sums; whatever else is wrong is a check that is not ok.
 */
export function verifyPublication(files: ReadonlyMap<string, Uint8Array>, where: string): Verified {
  const list = files.get(SUMS);
  if (!list) throw publicationFaults.noSums(where);
  const { sums, strange } = parseSums(new TextDecoder().decode(list));
  const checks: Check[] = [...sums].map(([what, published]) => {
    const bytes = files.get(what);
    const now = bytes ? sha256(bytes) : null;
    return { kind: 'file', what, ok: now === published, published, now };
  });
  for (const line of strange) {
    checks.push({ kind: 'file', what: SUMS, ok: false, published: null, now: line.slice(0, 80) });
  }
  const why: Text[] = [];
  const tried = <T>(what: string, kind: Check['kind'], run: () => T): T | null => {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      why.push(error.text);
      checks.push({ kind, what, ok: false, published: null, now: error.code });
      return null;
    }
  };
  const text = (name: string) => new TextDecoder().decode(files.get(name) ?? new Uint8Array());
  const file = tried(FIGURES_FILE, 'hash', () =>
    parsePublication(text(FIGURES_FILE), FIGURES_FILE),
  );
  if (file) {
    const { hash } = file.view;
    checks.push({ kind: 'hash', what: FIGURES_FILE, ok: true, published: hash, now: hash });
    checks.push(pageCheck(file, text(PAGE_FILE)), methodCheck(file));
    const figures = tried(REGION_FOLDER, 'figure', () => figureChecks(file, files));
    checks.push(...(figures ?? []));
  }
  return {
    checks,
    unlisted: [...files.keys()].filter((name) => name !== SUMS && !sums.has(name)),
    view: file?.view ?? null,
    corrections: file?.corrections ?? [],
    why,
  };
}

/**
 * The page says these figures: its hash, every number in its turn, and every note. Numbers and not
 * words, which later versions of this software may say in another way.
 */
function pageCheck({ view, language, corrections }: PublicationFile, html: string): Check {
  const { share, rows, areas } = embedSentences(view, language);
  const numbers = new PrintNumbers(language);
  const { people, covered } = view.figures;
  const [, now = null] = /<meta name="huimin:hash" content="([^"]*)"/.exec(html) ?? [];
  const shown = unescapeXml(
    html
      .slice(Math.max(0, html.indexOf('<body')))
      .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
      .replace(/<[^>]*>/g, ' '),
  );
  const said = [
    ...corrections.map(({ date }) => date),
    share,
    numbers.whole(view.figures.zoned ?? covered[covered.length - 1]),
    numbers.whole(people),
    ...rows.flatMap((row) => [row.people, row.share]),
    ...areas.flatMap((area) => [area.people, area.covered, area.share]),
  ];
  let at = 0;
  const all = said.every((number) => {
    const found = shown.indexOf(number, at);
    at = found + number.length;
    return found >= 0;
  });
  return { kind: 'page', what: PAGE_FILE, ok: now === view.hash && all, published: view.hash, now };
}

/** The method block tells of the same question and figures as the view. */
function methodCheck({ view, method }: PublicationFile): Check {
  const told = (query: object, figures: object) => canonicalJson({ query, figures });
  const { figures, rule } = view;
  const published = told(queryOfView(view), {
    people: figures.people,
    facilities: figures.facilities,
    bands: rule.minutes.map((minutes, k) => ({ minutes, covered: figures.covered[k] })),
    zoned: figures.zoned,
    off_network_people: figures.offNetwork,
    gaps: figures.gaps,
    gap_people: figures.gapPeople,
  });
  const now = told(queryOfMethod(method), method.figures);
  const same = published === now && method.region.bundle_sha256.startsWith(view.region.bundle);
  return { kind: 'method', what: FIGURES_FILE, ok: same, published: null, now: null };
}

/** Every figure, frozen and computed again. Throws Faults of the manifest and of the bundle. */
function figureChecks({ view }: PublicationFile, files: ReadonlyMap<string, Uint8Array>): Check[] {
  const name = `${REGION_FOLDER}/manifest.json`;
  const manifest = parseManifest(parsed(files.get(name)), name);
  const bundle = files.get(`${REGION_FOLDER}/${manifest.bundle.file}`) ?? new Uint8Array();
  const region = decodeRegion(bundle);
  const missing = view.rule.people.filter((field) => !(field in region.places.fields));
  if (missing.length) throw publicationFaults.differs(REGION_FOLDER, missing);
  const { frozen, now } = figuresAgain(region, view);
  const before = numbersOf(frozen);
  const after = numbersOf(now);
  return [...new Set([...before.keys(), ...after.keys()])].map((what) => {
    const [published, found] = [before.get(what) ?? null, after.get(what) ?? null];
    return { kind: 'figure', what, ok: Object.is(published, found), published, now: found };
  });
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Null is no manifest, and the fault says so.
    return null;
  }
}

/** All numbers and texts of a value by their paths: `figures.covered.1`, `areas.0.name`. */
function numbersOf(value: unknown, path = ''): Map<string, string | number> {
  if (typeof value === 'number' || typeof value === 'string') return new Map([[path, value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, member]) => [
      ...numbersOf(member, path ? `${path}.${key}` : key),
    ]),
  );
}

/** What is not as it was published, each once. */
export function differing({ checks }: Verified): string[] {
  return [...new Set(checks.filter(({ ok }) => !ok).map(({ what }) => what))];
}
