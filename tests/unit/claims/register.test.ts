import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chooseClaims, MEANINGS, parseClaims } from '../../../src/data/claims.ts';
import { parseServices } from '../../../src/data/services.ts';
import { testWithoutRegion } from '../../../src/engine/claims/test-claims.ts';
import { faultOf } from '../tables/fault-of.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(resolve(root, path), 'utf8'));
const claims = parseClaims(json('data/claims.json'));
const sample = parseClaims(json('data/claims-sample.json'));
const services = parseServices(json('data/services.json')).map(({ key }) => key);
const places = readdirSync(resolve(root, 'data/places')).map((name) => json(`data/places/${name}`));

const facts = resolve(root, '../shared/facts/claims.json');
const absent = !existsSync(facts);
if (absent) console.log(`claims: no facts at ${facts}: the register is not held against them`);

describe('the register', () => {
  it('has 147 sound rows: 35 for the map, 29 for a register, 83 for neither', () => {
    expect(claims).toHaveLength(147);
    const count = (testable: string) => claims.filter((c) => c.testable === testable).length;
    expect(['map', 'register', 'no'].map(count)).toEqual([35, 29, 83]);
    expect(claims.map(({ id }) => id)).toEqual(
      claims.map((_, k) => `C${String(k + 1).padStart(3, '0')}`),
    );
    expect(claims.some(({ invented }) => invented)).toBe(false);
  });

  it('speaks of places that there are recipes for, and of services that there are', () => {
    const ids = places.map(({ id }) => id);
    for (const claim of [...claims, ...sample]) {
      if (!claim.invented) for (const id of claim.regions) expect(ids).toContain(id);
      for (const key of claim.services) expect(services).toContain(key);
      const named = [
        claim.recipe && 'service' in claim.recipe ? claim.recipe.service : null,
      ].flat();
      for (const key of named) if (key) expect(claim.services).toContain(key);
    }
  });

  it('says what the recipes of places say of the same figures', () => {
    for (const { expected, census, id } of places) {
      for (const { claim: name, count, status, service } of expected) {
        const { recipe, regions } = claims.find((claim) => claim.id === name)!;
        expect(regions).toContain(id);
        if (recipe?.kind !== 'count') continue;
        // One figure may be told of two services: 4 kindergartens and 2 schools are 6.
        const same = expected.filter((e: { claim: string }) => e.claim === name);
        const sum = same.reduce((all: number, e: { count: number }) => all + e.count, 0);
        expect([name, recipe.count]).toEqual([name, sum || count]);
        expect([name, recipe.status ?? 'open']).toEqual([name, status]);
        expect(recipe.services).toContain(service);
      }
      for (const { regions, recipe } of claims) {
        if (recipe?.kind !== 'enrolled' || !recipe.base || !regions.includes(id)) continue;
        expect([recipe.base.people, recipe.base.year]).toEqual([census.people, census.year]);
      }
    }
  });

  it('names the four meanings, and of whom where the report says', () => {
    const meanings = new Set(claims.map(({ meaning }) => meaning));
    expect([...meanings].sort()).toEqual([...MEANINGS].sort());
    for (const { id, meaning, of, recipe } of claims) {
      const isShare = recipe && recipe.kind !== 'count' && recipe.kind !== 'needs';
      if (isShare) expect([id, meaning === 'number']).toEqual([id, false]);
      if (meaning === 'number') expect([id, of]).toEqual([id, null]);
    }
  });

  it.skipIf(absent)('has every figure of the facts: place, source, year, testable', () => {
    const words: Record<string, string> = { map: 'by map', register: 'by register', no: 'no' };
    const rows = JSON.parse(readFileSync(facts, 'utf8'));
    expect(rows).toHaveLength(claims.length);
    claims.forEach((claim, k) => {
      const fact = rows[k];
      expect(fact.place).toContain(claim.place.zh);
      expect([claim.id, claim.year, words[claim.testable]]).toEqual([
        fact.id,
        fact.year,
        fact.testable,
      ]);
      // Its numbers are in our wording: every one of three digits and more, however it is grouped.
      const numbers = (text: string) =>
        [...text.matchAll(/\d[\d,]*/g)].map(([n]) => n.replaceAll(',', ''));
      const ours = numbers(`${claim.figure.zh} ${claim.figure.en}`);
      for (const n of numbers(fact.figure).filter((n) => n.length > 2)) {
        expect([claim.id, ours.join(' ')]).toEqual([claim.id, expect.stringContaining(n)]);
      }
    });
  });

  it('without any region nothing is claimed: 147 cannot be told, each with what is missing', () => {
    const results = testWithoutRegion(claims);
    expect(results.filter(({ verdict }) => verdict !== 'cannot_tell')).toEqual([]);
    for (const { id, missing } of results)
      expect([id, missing?.zh.length ?? 0]).not.toEqual([id, 0]);
    // The sign-ups need no map: the census is in the row.
    const [rate] = results.filter(({ id }) => id === 'C045');
    expect(rate).toMatchObject({
      published: 0.31,
      denominator: { count: 259_374 },
      dataDate: '2020',
    });
    expect(rate.computed).toBeCloseTo(0.30234, 5);
    expect(rate.steps.map(({ zh }) => zh).join()).toContain('248,952–257,115');
  });
});

describe('a register that is not as it should be', () => {
  const sound = json('data/claims.json')[1];
  const refused = (change: object) => faultOf(() => parseClaims([{ ...sound, ...change }]));

  it('is refused in a sentence that names the row and the place', () => {
    expect(parseClaims([sound])).toEqual([sound]);
    expect(faultOf(() => parseClaims({})).code).toBe('claims');
    expect(refused({ meaning: 'coverage' }).text.en).toContain('entry 1 at “meaning”');
    expect(refused({ recipe: null }).code).toBe('claims');
    expect(refused({ testable: 'no' }).code).toBe('claims');
    expect(refused({ year: 'soon' }).text.zh).toContain('“year”');
    expect(refused({ __proto__: null, extra: 1 }).code).toBe('claims');
    expect(faultOf(() => parseClaims([sound, sound])).code).toBe('double-claim');
  });

  it('a percent over 100 is no share', () => {
    const fault = refused({ recipe: { ...sound.recipe, percent: 120 } });
    expect(fault.code).toBe('claim-percent');
    expect(fault.text.zh).toBe(
      '说法表第 1 条：比例为“120”，应为 0 到 100 的百分数。份额不会超过全体，请核对原文。',
    );
  });

  it('an id that nobody has is a sentence', () => {
    expect(chooseClaims(claims, ['c126', ' C002 ']).map(({ id }) => id)).toEqual(['C126', 'C002']);
    const fault = faultOf(() => chooseClaims(claims, ['C148']));
    expect(fault.code).toBe('no-such-claim');
    expect(fault.text.en).toContain('No claim "C148": there are 147, C001 to C147.');
  });
});
