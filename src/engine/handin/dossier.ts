import type { MethodBlock, What } from '../../data/export/method.ts';
import { assess, type Assessment } from '../assess.ts';
import { curveOf } from '../curve.ts';
import type { Band } from '../isochrone-bands.ts';
import { bandsOf } from '../picture.ts';
import type { Prepared } from '../prepared.ts';
import { rankGaps, type RankedGap } from '../rank-gaps.ts';
import { startSecondsOf, type Subject } from './subject.ts';

/** Everything that can be handed in of one subject; each part is computed when it is first wanted. */
export class Dossier {
  readonly prepared: Prepared;
  readonly subject: Subject;
  readonly answer: Assessment;
  #gaps: RankedGap[] | null = null;
  #bands: Band[] | null = null;

  constructor(prepared: Prepared, subject: Subject) {
    this.prepared = prepared;
    this.subject = subject;
    this.answer = assess(prepared, subject.sites, subject.query);
  }

  /** All gaps, most people first. */
  get gaps(): RankedGap[] {
    return (this.#gaps ??= rankGaps(this.prepared, this.answer));
  }

  /** Widest first. */
  get bands(): Band[] {
    return (this.#bands ??= bandsOf(this.prepared, this.answer));
  }

  /** Times of all places to 30 minutes, or to the last limit where that is later. */
  get times() {
    return curveOf(this.prepared, this.answer).times;
  }

  /** The limit of the figures: the last one. Minutes. */
  get limit(): number {
    const { minutes } = this.subject.query;
    return minutes[minutes.length - 1];
  }

  /** People within the limit, or within their own zone's. */
  get covered(): number {
    const { zoned, bands } = this.answer;
    return (zoned ?? bands[bands.length - 1]).covered;
  }

  method(what: What): MethodBlock {
    const { manifest, scenario, on, made, software, query } = this.subject;
    return {
      huimin: 'method',
      version: 1,
      software,
      region: {
        id: manifest.id,
        name: manifest.name,
        ...(manifest.name_en ? { name_en: manifest.name_en } : {}),
        data_date: manifest.data_date,
        bundle_sha256: manifest.bundle.sha256,
        invented: manifest.invented,
      },
      what,
      service: query.service,
      minutes: query.minutes,
      zones: query.zoneMinutes ?? null,
      profile: query.profile,
      speed_mps: query.speed,
      start_seconds: startSecondsOf(query),
      method: query.method,
      detour: query.detour,
      people: query.people,
      // A file has no ids of scenarios, and nothing that is undefined.
      scenario: scenario && (JSON.parse(JSON.stringify(scenario)) as MethodBlock['scenario']),
      on,
      figures: figuresOf(this.answer),
      made,
    };
  }
}

/** What a method block records of an answer. */
export function figuresOf(answer: Assessment): MethodBlock['figures'] {
  const { people, sites, bands, zoned, offNetwork, gaps } = answer;
  return {
    people,
    facilities: sites.length,
    bands: bands.map(({ minutes, covered }) => ({ minutes, covered })),
    zoned: zoned?.covered ?? null,
    off_network_people: offNetwork.people,
    gaps: gaps.length,
    gap_people: gaps.reduce((sum, gap) => sum + gap.people, 0),
  };
}
