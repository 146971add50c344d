import * as v from 'valibot';
import { ClaimSchema } from '../claims.ts';
import { IsoDateSchema, ScenarioSchema } from '../export/edit-schema.ts';
import { NAME_LIMIT } from '../tables/text-cell.ts';
import { checkPart } from './check-part.ts';
import { LayerHeadSchema, type Layer } from './layer.ts';
import { projectFaults } from './project-faults.ts';

/** What is written today. Whoever changes the shape raises it and adds a step to UPGRADES. */
export const PROJECT_VERSION = 3;

const key = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/));

const ProjectSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME_LIMIT)),
  region: v.strictObject({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(NAME_LIMIT)),
    /** SHA-256 of the bundle it was made with. */
    bundle: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  scenarios: v.array(v.strictObject({ id: key, ...ScenarioSchema.entries })),
  /** Id of the scenario on screen; null for the baseline. */
  chosen: v.nullable(key),
  /** The day looked at, ISO; null for the facilities as listed. */
  on: v.nullable(IsoDateSchema),
  /** The page's address behind the question mark: settings and view. */
  settings: v.pipe(v.string(), v.maxLength(2000)),
  /** Published figures that somebody has added of their own. */
  claims: v.array(ClaimSchema),
  layers: v.array(LayerHeadSchema),
});

/** A project without the rows of its layers, as it stands in files and in the browser's store. */
export type ProjectHead = v.InferOutput<typeof ProjectSchema>;

/** All that somebody has done: which region, what was brought along, scenarios, settings, view. */
export interface Project extends Omit<ProjectHead, 'layers'> {
  layers: Layer[];
}

type Json = Record<string, unknown>;

/** By version, what makes the next one of it. */
const UPGRADES: Record<number, (old: Json) => Json> = {
  // Nothing could be brought along, and no day be looked at.
  1: (old) => ({ on: null, layers: [], ...old }),
  // Nobody could add claims.
  2: (old) => ({ claims: [], ...old }),
};

/**
 * A parsed project of this version or an older one → a project of this version. Throws Faults
 * `project-version` for a newer one, `project-part` where something is not as it should be: unknown
 * keys, `__proto__` among them, are refused.
 */
export function parseProject(json: unknown, version: unknown, file: string): ProjectHead {
  if (!Number.isInteger(version) || (version as number) < 1) throw projectFaults.foreign(file);
  if ((version as number) > PROJECT_VERSION) {
    throw projectFaults.newer(file, version, PROJECT_VERSION);
  }
  let value = json;
  for (let at = version as number; at < PROJECT_VERSION; at++) value = UPGRADES[at](value as Json);
  const project = checkPart(ProjectSchema, value, file, 'project');
  const ids = (list: { id: string }[]) => new Set(list.map(({ id }) => id));
  for (const part of ['scenarios', 'layers', 'claims'] as const) {
    const { length } = project[part];
    const different = ids(project[part]).size;
    if (different === length) continue;
    throw projectFaults.badPart(file, `${part}.id`, `${length}`, `${different}`);
  }
  return project;
}
