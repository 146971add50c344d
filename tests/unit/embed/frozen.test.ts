import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/data/embed/canonical-json.ts';
import { decodeFrozen, encodeFrozen } from '../../../src/data/embed/frozen-code.ts';
import {
  checkFrozen,
  hashOf,
  sealed,
  type FrozenView,
} from '../../../src/data/embed/frozen-view.ts';
import { faultOf } from '../cli/town.ts';
import { frozen, HOSTILE } from './frozen-of.ts';

/** base64url of deflated JSON, whatever is in it. */
const coded = (json: unknown) =>
  Buffer.from(deflateSync(strToU8(JSON.stringify(json)))).toString('base64url');
const without = ({ hash: _, ...rest }: FrozenView) => rest;

describe('canonical JSON', () => {
  it('has the members in order, no spaces, and what ECMAScript writes', () => {
    expect(canonicalJson({ b: [1.5, 1e21, -0], a: { d: '“\n', c: null }, A: undefined })).toBe(
      '{"a":{"c":null,"d":"“\\n"},"b":[1.5,1e+21,0]}',
    );
  });

  it('is one and the same, however the members stand', () => {
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shuffled)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, member]) => [key, shuffled(member)]),
            )
          : value;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('a frozen view', () => {
  it('has the hash anybody can compute: sha256sum of its canonical JSON without it', () => {
    const view = sealed({ ...without(frozen()), caption: null });
    // printf of the canonical JSON below | sha256sum
    expect(canonicalJson(without(view))).toMatch(/^\{"approval":null,"areas":\[/);
    expect(view.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(view)).toBe(view.hash);
    expect(hashOf({ ...view, made: '2026-11-26' })).not.toBe(view.hash);
  });

  it('comes back from an address as it went, names with markup and all', () => {
    for (const view of [frozen(), frozen(HOSTILE)]) {
      const code = encodeFrozen(view);
      expect(code).toMatch(/^[\w-]+$/);
      expect(decodeFrozen(code)).toEqual(view);
    }
  });

  it('damaged anywhere is a sentence, never another figure', async () => {
    const code = encodeFrozen(frozen());
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.nat(63), (at, k) => {
        const spoilt = code.slice(0, at) + letters[k] + code.slice(at + 1);
        let view: FrozenView | null = null;
        try {
          view = decodeFrozen(spoilt);
        } catch (error) {
          expect(error).toHaveProperty('text.zh');
        }
        if (view) expect(view).toEqual(frozen());
      }),
    );
    for (const cut of [
      '',
      code.slice(0, 200),
      `${code}%`,
      'a'.repeat(20_000),
      coded(null),
      'AAAA',
    ]) {
      expect((await faultOf(() => decodeFrozen(cut))).code).toBe('frozen-damaged');
    }
  });

  it.each<[string, string, (view: FrozenView) => unknown]>([
    ['of a newer version', 'frozen-version', (view) => ({ ...view, version: 2 })],
    ['of no version', 'frozen-part', ({ version: _, ...view }) => view],
    ['with an unknown member', 'frozen-part', (view) => ({ ...view, html: '<b>' })],
    ['with another figure', 'frozen-changed', (view) => ({ ...view, made: '2026-11-26' })],
    [
      'with more people within than there are',
      'frozen-part',
      (view) => resealed(view, { figures: { ...view.figures, covered: [100, 10_000] } }),
    ],
    [
      'with a limit without a figure',
      'frozen-part',
      (view) => resealed(view, { figures: { ...view.figures, covered: [100] } }),
    ],
    [
      'with limits that fall',
      'frozen-part',
      (view) => resealed(view, { rule: { ...view.rule, minutes: [10, 5] } }),
    ],
    [
      'with an area that is over-full',
      'frozen-part',
      (view) => resealed(view, { areas: [{ name: '甲', people: 1, covered: 2 }] }),
    ],
    [
      'with a colour that is none',
      'frozen-part',
      (view) => resealed(view, { service: { ...view.service, colour: 'red;}' } }),
    ],
    [
      'with a name that turns round what follows',
      'frozen-part',
      (view) => resealed(view, { caption: 'a\u202eb' }),
    ],
    ['with nothing', 'frozen-damaged', () => null],
  ])('%s is refused: %s', async (_, fault, spoil) => {
    const { code, text } = await faultOf(() => checkFrozen(spoil(frozen())));
    expect(code).toBe(fault);
    expect(text.zh).toMatch(/完整页面/);
    expect(text.en).toMatch(/full page/);
  });
});

/** With the hash that a liar would put on it. */
function resealed(view: FrozenView, parts: Partial<FrozenView>): FrozenView {
  const changed = { ...view, ...parts };
  return { ...changed, hash: hashOf(changed) };
}
