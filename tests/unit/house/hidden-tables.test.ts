import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ui = fileURLToPath(new URL('../../../src/ui/', import.meta.url));
const tables = readdirSync(ui, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.svelte'))
  .flatMap((name) => readFileSync(ui + name, 'utf8').match(/<table\b[^>]*>/g) ?? []);

it('no table is hidden by its own box: Firefox shows its caption all the same', () => {
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.filter((tag) => tag.includes('unseen'))).toEqual([]);
});
