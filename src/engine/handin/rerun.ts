import type { MethodBlock } from '../../data/export/method.ts';
import type { Service } from '../../data/services.ts';
import { assess } from '../assess.ts';
import type { Prepared } from '../prepared.ts';
import type { Query } from '../query.ts';
import { applyEdits, openOn } from '../scenario/scenario.ts';
import { sitesOf } from '../sites.ts';
import { figuresOf } from './dossier.ts';
import { handInFaults } from './hand-in-faults.ts';

/** One figure, as it was recorded and as it comes out now; null where one of the two has none. */
export interface Rerun {
  figure: string;
  recorded: number | null;
  now: number | null;
}

/** The question of a method block. */
export function queryOfMethod(block: MethodBlock): Query {
  return {
    service: block.service,
    minutes: block.minutes,
    ...(block.zones ? { zoneMinutes: block.zones } : {}),
    profile: block.profile,
    speed: block.speed_mps,
    startSeconds: block.start_seconds,
    method: block.method,
    detour: block.detour,
    people: block.people,
  };
}

/** Throws Fault `rerun` where the block is of another region than `id`, or of another version of it. */
export function checkVersion(block: MethodBlock, id: string, bundle: string): void {
  const { region } = block;
  if (region.id !== id) throw handInFaults.region(region.name, id);
  if (region.bundle_sha256 !== bundle) {
    throw handInFaults.version(region.name, region.bundle_sha256, bundle);
  }
}

/**
 * Asks a method block's question again of the region it was asked of. Throws Fault `rerun` where
 * the region has no such population field, or where there is no such service.
 */
export function rerun(prepared: Prepared, services: Service[], block: MethodBlock): Rerun[] {
  const fields = Object.keys(prepared.region.places.fields);
  const unknown = block.people.filter((field) => !fields.includes(field));
  if (unknown.length) throw handInFaults.people(unknown, fields);
  if (!services.some(({ key }) => key === block.service)) {
    throw handInFaults.service(
      block.service,
      services.map(({ key }) => key),
    );
  }
  const edited = applyEdits(prepared.region.facilities, block.scenario?.edits ?? []);
  const facilities = block.on === null ? edited : openOn(edited, block.on);
  const sites = sitesOf(facilities, block.service);
  const now = flat(figuresOf(assess(prepared, sites, queryOfMethod(block))));
  const recorded = flat(block.figures);
  const names = new Set([...recorded.keys(), ...now.keys()]);
  return [...names].map((figure) => ({
    figure,
    recorded: recorded.get(figure) ?? null,
    now: now.get(figure) ?? null,
  }));
}

function flat({ bands, zoned, ...rest }: MethodBlock['figures']): Map<string, number> {
  return new Map([
    ...Object.entries(rest),
    ...bands.map(({ minutes, covered }): [string, number] => [`covered_${minutes}`, covered]),
    ...(zoned === null ? [] : [['covered_by_zone', zoned] as [string, number]]),
  ]);
}
