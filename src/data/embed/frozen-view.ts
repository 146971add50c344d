import * as v from 'valibot';
import { MOST_SPEED, PROFILES } from '../../core/profile.ts';
import { CAVEATS } from '../export/caveats.ts';
import { seenText } from '../import/half-width.ts';
import { SOURCE_ROLES } from '../region/source-roles.ts';
import { sha256 } from '../sha256.ts';
import { canonicalJson } from './canonical-json.ts';
import { frozenFaults } from './frozen-faults.ts';

export const FROZEN_VERSION = 1;
/** Areas that have a row of their own; the rest are added up. */
export const MOST_AREAS = 60;
/** Characters. */
export const CAPTION_LIMIT = 300;
const NAME_LIMIT = 200;

/** Marks of direction could show a number backwards: nothing unseen is taken. */
const shown = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.check((text) => seenText(text) === text, 'no unseen characters'),
  );
const text = shown(NAME_LIMIT);
const name = v.pipe(text, v.minLength(1));
const people = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(people, v.integer());
const minutes = v.pipe(v.number(), v.gtValue(0), v.maxValue(240));
const colour = v.pipe(v.string(), v.regex(/^#[0-9A-Fa-f]{6}$/));
const both = v.strictObject({ zh: name, en: name });
const few = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));

const SCHEMA = v.strictObject({
  version: v.literal(FROZEN_VERSION),
  region: v.strictObject({
    id: name,
    name: both,
    /** 示例数据: shown wherever the figures are. */
    invented: v.boolean(),
    /** Day of the street data, ISO; null where it is unknown. */
    dataDate: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
    /** The first 12 digits of the SHA-256 of the bundle it was computed on. */
    bundle: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
    licence: text,
    sources: few(v.strictObject({ role: v.picklist(SOURCE_ROLES), file: text }), 40),
  }),
  service: v.strictObject({
    key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/), v.maxLength(NAME_LIMIT)),
    zh: name,
    en: name,
    colour,
  }),
  rule: v.strictObject({
    /** Limits, ascending. */
    minutes: v.pipe(few(minutes, 12), v.minLength(1)),
    zones: v.nullable(v.strictObject({ urban: minutes, rural: minutes })),
    profile: v.picklist(PROFILES.map(({ key }) => key)),
    /** Metres a second. */
    speed: v.pipe(v.number(), v.gtValue(0), v.maxValue(MOST_SPEED)),
    startSeconds: v.pipe(v.number(), v.minValue(0), v.maxValue(3600)),
    method: v.picklist(['network', 'buffer']),
    detour: v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
    /** Population columns that are added up. */
    people: v.pipe(few(name, 40), v.minLength(1)),
  }),
  figures: v.strictObject({
    /** The denominator. */
    people,
    /** People within each limit. */
    covered: few(people, 12),
    /** People within the limit of their own zone; null where zones have none. */
    zoned: v.nullable(people),
    facilities: count,
    /** People who cannot be joined to the streets: in the denominator, not covered. */
    offNetwork: people,
    gaps: count,
    gapPeople: people,
  }),
  /** By area, lowest share first; `covered` is by the last limit, or that of the area's zone. */
  areas: few(
    v.strictObject({ name, nameEn: v.optional(text), people, covered: people }),
    MOST_AREAS,
  ),
  /** The areas beyond those listed, united; null where none are. */
  others: v.nullable(v.strictObject({ areas: count, people, covered: people })),
  /** People in no area; null where there are none. With the areas they are everybody. */
  outside: v.nullable(v.strictObject({ people, covered: people })),
  /** What the figures lack, see export/caveats.ts. */
  missing: few(v.picklist(CAVEATS), CAVEATS.length),
  /** Name of the scenario, most often empty where nobody gave it one; null where nothing is changed. */
  scenario: v.nullable(text),
  /** The day the facilities are looked at, ISO; null for their status as listed. */
  on: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/))),
  caption: v.nullable(shown(CAPTION_LIMIT)),
  /** The day it was frozen, ISO. */
  made: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** 审图号 as the deployer has it; null for a schematic map. */
  approval: v.nullable(v.pipe(text, v.minLength(1))),
  /** SHA-256 of the canonical JSON of all the rest. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/**
 * An answer as it was published: the one value that embeds, folders and pictures are written from.
 * Names, captions and sources are text of other people. Described in data/README.md.
 */
export type FrozenView = v.InferOutput<typeof SCHEMA>;

/** The view with its hash. */
export function sealed(view: Omit<FrozenView, 'hash'>): FrozenView {
  return checkFrozen({ ...view, hash: hashOf(view) });
}

/** SHA-256 of the view's canonical JSON without its hash, in hexadecimal. */
export function hashOf(view: Omit<FrozenView, 'hash'> & { hash?: string }): string {
  const { hash: _, ...rest } = view;
  return sha256(new TextEncoder().encode(canonicalJson(rest)));
}

/**
 * Checks what was parsed: its shape, that its figures hold together, and its hash. Throws Faults
 * `frozen-damaged`, `frozen-version`, `frozen-part`, `frozen-changed`.
 */
export function checkFrozen(json: unknown): FrozenView {
  if (typeof json !== 'object' || json === null) throw frozenFaults.damaged();
  const { version } = json as { version?: unknown };
  if (typeof version === 'number' && version > FROZEN_VERSION) {
    throw frozenFaults.newer(String(version), FROZEN_VERSION);
  }
  const result = v.safeParse(SCHEMA, json);
  if (!result.success) {
    const [issue] = result.issues;
    const path = v.getDotPath(issue) ?? '';
    throw frozenFaults.part(path, issue.expected ?? issue.message, issue.received.slice(0, 80));
  }
  const view = result.output;
  const broken = brokenSum(view);
  if (broken) throw frozenFaults.part(...broken);
  if (hashOf(view) !== view.hash) throw frozenFaults.changed();
  return view;
}

/** What a share could not be made of: more people within a limit than there are, a limit without a figure. */
function brokenSum({ rule, figures, areas, others, outside }: FrozenView) {
  type Broken = [path: string, expected: string, got: string];
  const { covered, people } = figures;
  if (covered.length !== rule.minutes.length) {
    return ['figures.covered', `${rule.minutes.length}`, `${covered.length}`] as Broken;
  }
  const falls = rule.minutes.findIndex((limit, k) => k > 0 && limit <= rule.minutes[k - 1]);
  if (falls > 0) {
    return [
      `rule.minutes.${falls}`,
      `>${rule.minutes[falls - 1]}`,
      `${rule.minutes[falls]}`,
    ] as Broken;
  }
  const parts: [string, number, number][] = [
    ...covered.map((sum, k): [string, number, number] => [`figures.covered.${k}`, sum, people]),
    ['figures.zoned', figures.zoned ?? 0, people],
    ...areas.map((area, k): [string, number, number] => [
      `areas.${k}.covered`,
      area.covered,
      area.people,
    ]),
    ['others.covered', others?.covered ?? 0, others?.people ?? 0],
    ['outside.covered', outside?.covered ?? 0, outside?.people ?? 0],
  ];
  // Sums of fractions may differ in their last bits.
  const over = parts.find(([, part, all]) => part > all * (1 + 1e-9));
  return over ? ([over[0], `≤${over[2]}`, `${over[1]}`] as Broken) : null;
}
