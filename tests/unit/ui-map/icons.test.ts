import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseServices } from '../../../src/data/services.ts';
import { icon, isIcon } from '../../../src/ui/map/icons.ts';

const services = parseServices(JSON.parse(readFileSync('data/services.json', 'utf8')));

describe('icons', () => {
  it.each(services.map((service) => [service.key, service.icon]))('know %s: %s', (_, name) => {
    expect(isIcon(name)).toBe(true);
  });

  it.each(services.map((service) => [service.icon]))('draw %s as path data', (name) => {
    const { fill, stroke } = icon(name);
    expect(fill ?? stroke).toBeTruthy();
    for (const path of [fill, stroke].filter((d) => d !== undefined)) {
      expect(path).toMatch(/^M[MLHVCAZmlhvcaz\d\s.,-]+$/);
      for (const number of path.match(/\d+(\.\d+)?/g) ?? []) {
        expect(Number(number)).toBeLessThanOrEqual(24);
      }
    }
  });

  it('are a dot where none is drawn, whatever the name', () => {
    expect(icon('constructor')).toBe(icon('no such icon'));
    expect(isIcon('toString')).toBe(false);
  });
});
