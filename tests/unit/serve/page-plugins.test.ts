import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import shipped from '../../../data/services.json';
import { servicesText } from '../../../scripts/serve/checked-services.ts';
import { leanFile } from '../../../scripts/serve/lean-archives.ts';

it('puts the services into the page as they are, without members that are not ours', () => {
  expect(JSON.parse(servicesText(JSON.stringify(shipped)))).toEqual(shipped);
  const noted = shipped.map((service) => ({ ...service, note: 'for the office only' }));
  expect(servicesText(JSON.stringify(noted))).toBe(JSON.stringify(shipped));
});

it('builds no page of a list with a fault', () => {
  const spoiled = [{ ...shipped[0], colour: 'teal' }];
  expect(() => servicesText(JSON.stringify(spoiled))).toThrow(
    'services entry 1 “elder_care” colour: got "teal"; expected a colour as in #1F5FA8.',
  );
});

it('finds the source that the pmtiles package ships, and replaces the unzipper there alone', () => {
  const reader = leanFile('pmtiles', '/src/a.ts')!;
  expect(existsSync(reader)).toBe(true);
  expect(leanFile('fflate', reader)).toMatch(/no-unzipper/);
  expect(leanFile('fflate', '/src/a.ts')).toBeNull();
});
