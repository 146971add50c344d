import { coveredOnlyBy } from '../../core/coverage.ts';
import { reportHtml, reportMapHeight, type ReportData } from '../../data/export/report-html.ts';
import { assess, limitSeconds } from '../assess.ts';
import { sitesOf } from '../sites.ts';
import type { Dossier } from './dossier.ts';
import { vectorMap } from './picture.ts';

/** The report as one HTML page, to be printed. */
export function reportOf(dossier: Dossier): string {
  const { subject, answer, gaps, prepared } = dossier;
  const { areas } = prepared.region;
  const { zoneMinutes, minutes } = subject.query;
  const within = (covered: number[], zone: 'urban' | 'rural' | undefined) =>
    covered[zoneMinutes ? minutes.indexOf(zoneMinutes[zone ?? 'urban']) : minutes.length - 1];
  const data: ReportData = {
    language: subject.language,
    method: dossier.method('report'),
    service: subject.service,
    manifest: subject.manifest,
    fallback: subject.peopleField.fallback,
    map: vectorMap(dossier, {
      around: 'legend',
      height: reportMapHeight(
        minutes.length,
        gaps.length,
        areas.length,
        !!subject.scenario || !!subject.on,
      ),
    }),
    gaps: gaps.map(({ rank, people, nearest }) => ({
      rank,
      people,
      nearest: nearest && {
        name: (subject.language === 'en' && nearest.nameEn) || nearest.name,
        minutes: nearest.minutes,
      },
    })),
    areas: areas.map(({ name, nameEn, zone }, k) => ({
      name: (subject.language === 'en' && nameEn) || name,
      people: answer.areas[k].people,
      covered: within(answer.areas[k].covered, zone),
    })),
    outside: {
      people: answer.outside.people,
      covered: within(answer.outside.covered, undefined),
    },
    difference: differenceOf(dossier),
  };
  return reportHtml(data);
}

/** What the scenario, or the day looked at, changes against the facilities as they are listed; null where there is neither. */
function differenceOf({ prepared, subject, answer, covered }: Dossier): ReportData['difference'] {
  const { scenario, on, query, facilities } = subject;
  if (!scenario && on === null) return null;
  const listed = prepared.region.facilities;
  const before = assess(prepared, sitesOf(listed, query.service), query);
  const limit = limitSeconds(prepared, query);
  const name = (id: string) =>
    [...facilities, ...listed].find((facility) => facility.id === id)?.name ?? id;
  const names = new Map<string, string[]>();
  for (const edit of scenario?.edits ?? []) {
    const of = edit.kind === 'add' ? edit.facility.name : name(edit.id);
    names.set(edit.kind, [...(names.get(edit.kind) ?? []), of]);
  }
  const last = before.bands[before.bands.length - 1];
  return {
    before: (before.zoned ?? last).covered,
    after: covered,
    gained: coveredOnlyBy(answer.times.seconds, before.times.seconds, answer.who, limit),
    lost: coveredOnlyBy(before.times.seconds, answer.times.seconds, answer.who, limit),
    edits: [...names].map(([kind, of]) => ({
      kind: kind as 'add' | 'move' | 'status' | 'capacity' | 'opened',
      // A site moved twice is one site.
      names: [...new Set(of)],
    })),
  };
}
