import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { coverageCommand } from '../../../scripts/huimin/coverage-command.ts';
import { gapsCommand } from '../../../scripts/huimin/gaps-command.ts';
import { loadRegion, loadServices } from '../../../scripts/huimin/load-region.ts';
import { nearestCommand } from '../../../scripts/huimin/nearest-command.ts';
import { facilityColumn, statusOf } from '../../../src/data/tables/facility-words.ts';
import { builtTown } from './town.ts';

const README = readFileSync(
  fileURLToPath(new URL('../../../data/README.md', import.meta.url)),
  'utf8',
);
/** The text under a heading, down to the next one. */
const under = (heading: string) =>
  README.slice(README.indexOf(heading) + heading.length).split(/\n#+ /)[0];
/** The cells of the table rows in a text, without the head. */
const rows = (text: string) =>
  [...text.matchAll(/^\| (.*) \|$/gm)].map(([, row]) => row.split(' | ')).slice(1);
const coded = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

let town = '';
beforeAll(async () => {
  town = await builtTown();
});

describe('data/README.md says what is', () => {
  it('every section of a bundle, its type, and no other', () => {
    const bytes = readFileSync(join(town, loadRegion(town).manifest.bundle.file));
    const types = ['', 'u8', 'i32', 'u32', 'f32', 'f64', 'JSON'];
    const written = Array.from({ length: bytes.readUInt32LE(12) }, (_, k) => {
      const entry = 24 + 32 * k;
      const name = bytes.toString('utf8', entry, entry + 16).replace(/\0+$/, '');
      return `${name.replace(/^people_\d+$/, 'people_0')} ${types[bytes.readUInt32LE(entry + 16)]}`;
    });
    const told = rows(under('### `bundle-<hash>.bin`'))
      .filter(([, type]) => types.includes(type))
      .flatMap(([names, type]) => coded(names).map((name) => `${name} ${type}`))
      .filter((row) => !row.startsWith('people_<'));
    // A question mark: only where something of the kind is known.
    const optional = [...README.matchAll(/`(\w+)`\?/g)].map(([, name]) => name);
    const needed = told.filter((row) => !optional.includes(row.split(' ')[0]));
    expect(told).toEqual(expect.arrayContaining(written));
    expect(written).toEqual(expect.arrayContaining(needed));
  });

  it('every key of a manifest', () => {
    const told = coded(under('### manifest.json')).join(' ');
    const { manifest } = loadRegion(town);
    for (const key of Object.keys(manifest)) expect(told).toMatch(new RegExp(`\\b${key}\\b`));
    for (const key of Object.keys(manifest.counts))
      expect(told).toMatch(new RegExp(`\\b${key}\\b`));
  });

  it('every column of a facility table and its other names, every status', () => {
    for (const [columns, others] of rows(under('### 设施 Facilities (CSV)')).slice(0, 15)) {
      const names = coded(columns);
      const groups = others.split(' · ');
      if (!facilityColumn(names[0])) continue;
      names.forEach((column, k) => {
        for (const name of groups[k]?.match(/[^\s`]+/g) ?? []) {
          expect(facilityColumn(name), name).toBe(column);
        }
      });
    }
    const statuses = rows(under('### 设施 Facilities (CSV)')).filter(([name]) =>
      statusOf(coded(name)[0] ?? '-'),
    );
    expect(statuses.length).toBe(4);
    for (const [name, words] of statuses) {
      for (const word of words.replace(', empty', '').split(' ')) {
        expect(statusOf(word), word).toBe(coded(name)[0]);
      }
    }
  });

  it('every field of a service', () => {
    const told = rows(under('## 服务 services.json')).flatMap(([names]) => coded(names));
    const used = new Set(loadServices().flatMap((service) => Object.keys(service)));
    expect(told.sort()).toEqual([...used].sort());
  });

  it('every key that the command answers with', () => {
    const text = under("## 命令行的 JSON The command's JSON");
    const ask = [
      '--region',
      town,
      '--service',
      'charging',
      '--format',
      'json',
      '--method',
      'buffer',
    ];
    const coverage = JSON.parse(coverageCommand(ask));
    const [gap] = JSON.parse(gapsCommand(ask));
    const at = ['--region', town, '--at', '150,38.005', '--format', 'json'];
    const [site] = JSON.parse(nearestCommand(at));
    for (const key of [coverage, gap, site].flatMap((answer) => Object.keys(answer))) {
      expect(text).toMatch(new RegExp(`\\b${key}\\b`));
    }
  });
});
