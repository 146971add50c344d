import { basename } from 'node:path';
import { profileOf } from '../../src/core/profile.ts';
import { SOFTWARE } from '../../src/data/export/software.ts';
import { readProject } from '../../src/data/project/project-file.ts';
import { AddressReader, limitsOf, readAsked } from '../../src/engine/asked.ts';
import { handInFaults } from '../../src/engine/handin/hand-in-faults.ts';
import { subjectOfQuestion, type Subject } from '../../src/engine/handin/subject.ts';
import { unpacked, withLayers } from '../../src/engine/import/lay-imported.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { ignoredEdits } from '../../src/engine/scenario/scenario.ts';
import { hasZones } from '../../src/engine/zones.ts';
import { loadRegion, loadServices, readBytes } from './load-region.ts';
import { choice, type Options } from './options.ts';
import { inOwnLanguage } from './own-language.ts';
import { checkListed, today } from './subject-options.ts';

/**
 * What a `.huimin` project shows: its question, scenario, day and layers over its region, found by
 * id or in `folder`. A region that moved on since is said aloud, and so are settings that are not
 * understood. Throws Fault.
 */
export function projectSubject(
  path: string,
  folder: string | undefined,
  options: Options,
): { prepared: Prepared; subject: Subject } {
  const file = basename(path);
  const project = readProject(readBytes(path), file);
  const { region, manifest } = loadRegion(folder ?? project.region.id);
  const say = (text: { zh: string; en: string }) =>
    process.stderr.write(`${inOwnLanguage(text)}\n`);
  if (region.id !== project.region.id) throw handInFaults.region(project.region.id, region.id);
  if (manifest.bundle.sha256 !== project.region.bundle) {
    say(handInFaults.movedOn(file, region.name));
  }
  const services = loadServices();
  const address = new AddressReader(project.settings);
  const asked = readAsked(
    address,
    services.map(({ key }) => key),
  );
  if (address.refused.length) say(handInFaults.refusedSettings(file, address.refused));
  const service = services.find(({ key }) => key === asked.service) ?? services[0];
  const profile = profileOf(asked.profile ?? service.profile ?? 'general')!;
  const scenario = project.scenarios.find(({ id }) => id === project.chosen);
  const edits = scenario?.edits ?? [];
  const laid = withLayers(
    region.facilities,
    unpacked(project.layers),
    edits,
    scenario?.name ?? null,
  );
  const ignored = ignoredEdits(region.facilities, laid?.edits ?? []);
  if (ignored.length) say(handInFaults.ignored(file, ignored).text);
  const prepared = new Prepared(region);
  const subject = subjectOfQuestion(
    prepared,
    services,
    {
      service: service.key,
      ...limitsOf(asked, service, profile, hasZones(region)),
      profile: profile.key,
      speed: asked.speed ?? profile.speed,
      method: asked.method,
      detour: asked.detour,
      places: false,
      edits: laid?.edits ?? [],
      on: project.on,
    },
    {
      scenarioName: laid?.name ?? null,
      manifest,
      language: options.language
        ? choice(options, 'language', ['zh', 'en'])
        : languageOf(project.settings),
      made: today(),
      software: SOFTWARE,
    },
  );
  checkListed(subject);
  return { prepared, subject };
}

/** The language of a project's page. */
const languageOf = (settings: string) =>
  new URLSearchParams(settings).get('lang') === 'en' ? 'en' : 'zh';
