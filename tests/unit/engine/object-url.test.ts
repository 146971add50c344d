import { afterEach, expect, it, vi } from 'vitest';
import { objectUrl, retireUrl } from '../../../src/engine/object-url.ts';

afterEach(() => vi.useRealTimers());

const read = async (url: string) => (await fetch(url)).text();

it('a map whose worker is late still reads what has just been retired (ERR_FILE_NOT_FOUND in the console)', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const url = objectUrl('{"type":"FeatureCollection","features":[]}');
  expect(retireUrl(url)).toBeNull();
  vi.advanceTimersByTime(5_000);
  expect(await read(url)).toContain('FeatureCollection');
  vi.advanceTimersByTime(60_000);
  await expect(read(url)).rejects.toThrow();
});

it('nothing is nothing to retire', () => {
  expect([retireUrl(null), retireUrl(undefined)]).toEqual([null, null]);
});
