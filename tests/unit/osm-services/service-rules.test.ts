import { describe, expect, it } from 'vitest';
import shipped from '../../../data/osm-services.json';
import { parseServiceRules } from '../../../src/data/osm-services/service-rules.ts';
import { faultOf } from '../tables/fault-of.ts';
import { SERVICES } from '../tables/services-json.ts';

const SCHOOL = { service: 'school', tags: { amenity: 'school' }, zh: '学校', en: 'School' };

describe('the table of OSM tags', () => {
  it('reads what the project ships, in order and to the letter', () => {
    expect(parseServiceRules(shipped, SERVICES)).toEqual(shipped);
  });

  it('knows a rule for every service of the project', () => {
    const rules = parseServiceRules(shipped, SERVICES);
    for (const { key } of SERVICES) {
      expect(
        rules.some(({ service, skip }) => service === key && !skip),
        key,
      ).toBe(true);
    }
  });

  it.each([
    ['[1].service', { ...SCHOOL, service: 'skool' }],
    ['[1].service', { ...SCHOOL, service: '' }],
    ['[1].tags', { ...SCHOOL, tags: {} }],
    ['[1].tags', { ...SCHOOL, tags: { amenity: [] } }],
    ['[1].tags', { ...SCHOOL, tags: { amenity: 1 } }],
    ['[1].tags', { ...SCHOOL, tags: undefined }],
    ['[1].name', { ...SCHOOL, name: [] }],
    ['[1].except', { ...SCHOOL, except: 'access' }],
    ['[1].zh', { ...SCHOOL, zh: ' ' }],
    ['[1].en', { ...SCHOOL, en: undefined }],
    ['[1].skip', { ...SCHOOL, skip: { zh: '只有中文' } }],
    ['[1]', { ...SCHOOL, excepd: { access: 'private' } }],
    ['[1]', 'school'],
    ['[1]', null],
  ])('says which member is wrong: %s', (where, entry) => {
    const fault = faultOf(() => parseServiceRules([SCHOOL, entry], SERVICES));
    expect(fault.code).toBe('osm-services');
    expect(fault.text.en.startsWith(`osm-services${where}: got `)).toBe(true);
    expect(fault.text.zh).toContain(`${where}：现为 `);
  });

  it.each([null, {}, [], 'x', undefined])('%j is no list of rules', (json) => {
    expect(faultOf(() => parseServiceRules(json, SERVICES)).code).toBe('osm-services');
  });
});
