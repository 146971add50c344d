import { basename } from 'node:path';
import { SOFTWARE } from '../../src/data/export/software.ts';
import type { Region } from '../../src/data/region/region.ts';
import { decodeText } from '../../src/data/tables/decode-text.ts';
import { isoDate } from '../../src/data/tables/iso-date.ts';
import { handInFaults } from '../../src/engine/handin/hand-in-faults.ts';
import { subjectOfQuery, type Subject } from '../../src/engine/handin/subject.ts';
import { checkRegion, readScenarios } from '../../src/engine/scenario/scenario-file.ts';
import { ignoredEdits } from '../../src/engine/scenario/scenario.ts';
import { inOwnLanguage } from './own-language.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { cliFaults } from './cli-faults.ts';
import { loadRegion, loadServices, readBytes } from './load-region.ts';
import {
  QUERY_OPTIONS,
  choice,
  needed,
  queryOption,
  serviceOption,
  type Options,
} from './options.ts';

export const SUBJECT_OPTIONS = [...QUERY_OPTIONS, 'scenario', 'on', 'language', 'out'];

/** The region and the subject that the options name. Throws Fault. */
export function subjectOption(
  options: Options,
  command: string,
): { prepared: Prepared; subject: Subject } {
  const services = loadServices();
  const service = serviceOption(options, services, command);
  const { region, manifest } = loadRegion(needed(options, 'region', command));
  const { query, people } = queryOption(options, service, region);
  const { scenario } = options;
  const prepared = new Prepared(region);
  const subject = subjectOfQuery(prepared, services, query, {
    peopleField: people,
    scenario: scenario ? scenarioOption(scenario, region) : null,
    on: onOption(options),
    manifest,
    language: choice(options, 'language', ['zh', 'en']),
    made: today(),
    software: SOFTWARE,
  });
  if (options.what !== 'facilities') checkListed(subject);
  return { prepared, subject };
}

/** Throws Fault `no-list` where the region lists no facility of the service: nought would be no result. */
export function checkListed({ facilities, service, language }: Subject): void {
  if (facilities.some(({ service: key }) => key === service.key)) return;
  throw handInFaults.unlisted(service[language]);
}

/**
 * `--scenario F.json`, or `F.json#NAME` where the file holds several. Edits that name a facility the
 * region has not are counted aloud: they change nothing.
 */
function scenarioOption(text: string, region: Region): NonNullable<Subject['scenario']> {
  const [, file, name] = /^(.*?\.json)#(.+)$/is.exec(text) ?? [null, text, null];
  const fileName = basename(file);
  const read = readScenarios(decodeText(readBytes(file), fileName).text, fileName);
  checkRegion(fileName, read.region, region.id);
  const chosen = read.scenarios.filter((scenario) => name === null || scenario.name === name);
  if (chosen.length !== 1) {
    throw handInFaults.whichScenario(
      file,
      read.scenarios.map((scenario) => scenario.name),
    );
  }
  const ignored = ignoredEdits(region.facilities, chosen[0].edits);
  if (ignored.length) {
    process.stderr.write(`${inOwnLanguage(handInFaults.ignored(fileName, ignored).text)}\n`);
  }
  return chosen[0];
}

/** `--on 2027-06`: the day the facilities are looked at. */
function onOption({ on }: Options): string | null {
  if (on === undefined) return null;
  const date = isoDate(on.trim());
  if (date) return date;
  throw cliFaults.value('--on', on, 'a date such as 2027-06-30', '如 2027-06-30 的日期');
}

/** The day here, ISO. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
