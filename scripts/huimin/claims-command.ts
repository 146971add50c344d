import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { chooseClaims, parseClaims, type Claim } from '../../src/data/claims.ts';
import { readClaims } from '../../src/data/claims-table.ts';
import type { Manifest } from '../../src/data/region/manifest.ts';
import type { Service } from '../../src/data/services.ts';
import { isoDate } from '../../src/data/tables/iso-date.ts';
import { DRIFT, placeOf, type ClaimGround } from '../../src/engine/claims/claim-ground.ts';
import type { ClaimResult } from '../../src/engine/claims/claim-result.ts';
import { sharpenClaim } from '../../src/engine/claims/sharpen-claim.ts';
import type { SiteBound } from '../../src/engine/claims/reach-bound.ts';
import { testClaims } from '../../src/engine/claims/test-claims.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { claimListing, claimRow, claimSentences } from './claims-output.ts';
import { cliFaults } from './cli-faults.ts';
import { loadRegion, loadServices, readBytes } from './load-region.ts';
import { choice, needed, numberOption, readOptions, type Options } from './options.ts';
import { toCsv } from './output.ts';
import { inOwnLanguage } from './own-language.ts';

const OPTIONS = ['region', 'claim', 'claims', 'format', 'drift', 'data-date', 'patience'];
/** Seconds that bounds on any n sites may take in all, unless said otherwise. */
const PATIENCE = 60;

/** `huimin claims`: published figures beside what the region computes to. */
export async function claimsCommand(args: string[]): Promise<string> {
  const options = readOptions(args, OPTIONS, 'claims');
  const format = choice(options, 'format', ['table', 'json', 'csv']);
  const register = ['claims.json', 'claims-sample.json'].flatMap(readRegister);
  // An id that nobody has is a fault whatever the region.
  const chosen =
    options.claim && !options.claims ? chooseClaims(register, listOf(options.claim)) : null;
  const { region, manifest } = loadRegion(needed(options, 'region', 'claims'));
  const services = loadServices();
  const about = { ...manifest, data_date: dateOption(options) ?? manifest.data_date };
  const drift = (numberOption(options, 'drift', -1e-9, 100) ?? DRIFT * 100) / 100;
  const ground: ClaimGround = { prepared: new Prepared(region), services, about, drift };
  const claims = chosen ?? claimsOf(options, register, manifest, services);
  let results = testClaims(claims, ground);
  const sharp = await sharpened(claims, results, ground, options);
  if (Object.keys(sharp).length) results = testClaims(claims, ground, sharp);
  if (format === 'json') return JSON.stringify(results.map(claimRow), null, 2) + '\n';
  if (format === 'csv') return toCsv(claimListing(claims, results));
  return claimSentences(claims, results, about);
}

/** The claims asked about: one's own with the register's of this place, or those of these ids. */
function claimsOf(
  options: Options,
  register: Claim[],
  manifest: Manifest,
  services: Service[],
): Claim[] {
  const own = options.claims ? ownClaims(options.claims, manifest, services) : [];
  if (options.claim) return chooseClaims([...own, ...register], listOf(options.claim));
  return [...own, ...register.filter((claim) => placeOf(claim, manifest) !== 'elsewhere')];
}

function ownClaims(path: string, manifest: Manifest, services: Service[]): Claim[] {
  const { id, name, name_en: nameEn, invented } = manifest;
  const file = basename(path);
  const { rows, rejected } = readClaims(
    readBytes(path),
    file,
    { id, name, nameEn, invented },
    services,
  );
  if (!rows.length) {
    throw cliFaults.allRejected(file, rejected.length, rejected[0].text, rejected[0].line);
  }
  for (const { line, text } of rejected) {
    process.stderr.write(
      inOwnLanguage({
        zh: `${file} 第 ${line} 行没有采用：${text.zh}\n`,
        en: `${file} line ${line} was not taken: ${text.en}\n`,
      }),
    );
  }
  return rows;
}

/** Bounds on any n sites for claims that they may still decide, as long as there is patience. */
async function sharpened(
  claims: Claim[],
  results: ClaimResult[],
  ground: ClaimGround,
  options: Options,
): Promise<Record<string, SiteBound>> {
  const seconds = numberOption(options, 'patience', -1e-9, 86_400) ?? PATIENCE;
  const end = performance.now() + seconds * 1000;
  const bounds: Record<string, SiteBound> = {};
  for (const [k, claim] of claims.entries()) {
    if (!results[k].sharper || performance.now() >= end) continue;
    const bound = await sharpenClaim(claim, ground, async () => performance.now() >= end);
    if (bound) bounds[claim.id] = bound;
  }
  return bounds;
}

function readRegister(name: string): Claim[] {
  const url = new URL(`../../data/${name}`, import.meta.url);
  return parseClaims(JSON.parse(readFileSync(url, 'utf8')));
}

const listOf = (text: string) => text.split(',').map((id) => id.trim());

function dateOption({ 'data-date': text }: Options): string | null {
  if (text === undefined) return null;
  const date = isoDate(text.trim());
  if (date) return date;
  throw cliFaults.value('--data-date', text, 'a date such as 2024-06', '如 2024-06 的日期');
}
