import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { servedFile } from '../../../scripts/serve/tiles-plugin.ts';

const root = mkdtempSync(join(tmpdir(), 'huimin-serve-'));
const folder = join(root, 'tiles');
mkdirSync(join(folder, 'poa'), { recursive: true });
mkdirSync(join(root, 'tiles-private'));
writeFileSync(join(folder, 'poa', 'manifest.json'), '{}');
writeFileSync(join(folder, 'poa', 'notes.txt'), 'no');
writeFileSync(join(root, 'tiles-private', 'secret.json'), '{}');
afterAll(() => rmSync(root, { recursive: true }));

test('a file of a region is served, with or without a query', () => {
  const file = join(folder, 'poa', 'manifest.json');
  expect(servedFile(folder, '/tiles/poa/manifest.json')).toBe(file);
  expect(servedFile(folder, '/tiles/poa/manifest.json?v=1')).toBe(file);
});

test.each([
  '/tiles/poa/none.json',
  '/tiles/poa/notes.txt',
  '/tiles/poa',
  '/tiles/../tiles-private/secret.json',
  '/tiles/%2e%2e/tiles-private/secret.json',
  '/tiles-private/secret.json',
  '/tiles/%E0%A4%A',
])('nothing is served for %s', (url) => {
  expect(servedFile(folder, url)).toBe(null);
});
