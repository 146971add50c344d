import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/data/fault.ts';
import { osmFault, osmFaultTexts, type OsmFaultCode } from '../../../src/data/osm/osm-faults.ts';

/** One value for everything that any text asks for. */
const values = {
  at: 11,
  block: 22,
  line: 33,
  got: 44,
  expected: { zh: '中文', en: 'English' },
  looksLike: { zh: '中文', en: 'English' },
  advice: { zh: '中文。', en: 'English.' },
  limit: 55,
  bytes: 66,
  maxBytes: 77,
  rawSize: 88,
  reason: 'reason',
  field: 'field',
  message: 'message',
  element: 'element',
  count: 99,
};

describe('the texts of faults', () => {
  it.each(Object.keys(osmFaultTexts) as OsmFaultCode[])(
    '%s: both languages, got and expected',
    (code) => {
      const fault = osmFault(code, values as never);
      expect(fault).toBeInstanceOf(Fault);
      expect(fault.code).toBe(code);
      const { zh, en } = fault.text;
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      for (const text of [zh, en]) expect(text).not.toMatch(/undefined|NaN/);
    },
  );
});
