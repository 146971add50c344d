import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/data/fault.ts';
import type { Edit, Scenario } from '../../../src/engine/scenario/scenario.ts';
import {
  checkRegion,
  readScenarios,
  writeScenarios,
} from '../../../src/engine/scenario/scenario-file.ts';

const EDITS: Edit[] = [
  {
    kind: 'add',
    facility: {
      id: 'scenario-1',
      name: '<b>新增 1</b>',
      service: 'clinic',
      lon: 150.01,
      lat: 38,
      status: 'open',
      accuracy: 'scenario',
      capacity: 30,
      opened: '2027-03',
    },
  },
  { kind: 'move', id: 'f-001', lon: 150, lat: 38.01 },
  { kind: 'status', id: 'f-002', status: 'closed' },
  { kind: 'capacity', id: 'f-003', capacity: null },
  { kind: 'opened', id: 'f-004', opened: '2027-03-01' },
];
/** A parsed file, to be spoiled anywhere. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;
const SCENARIOS: Scenario[] = [
  { id: 's1', name: '方案 1', edits: EDITS },
  { id: 's2', name: '空', edits: [] },
];

function faultOf(text: string): Fault {
  try {
    readScenarios(text, '方案.json');
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('no fault');
}
/** The sound file with one thing in it changed. */
const spoiled = (change: (file: Loose) => void) => {
  const file = JSON.parse(writeScenarios('sample', true, SCENARIOS));
  change(file);
  return JSON.stringify(file);
};

describe('a file of scenarios', () => {
  it('gives back what was written, markup as the text it is', () => {
    const text = writeScenarios('sample', true, SCENARIOS);
    expect(text).toContain('示例数据');
    expect(writeScenarios('poa', false, SCENARIOS)).not.toContain('示例');
    const { region, scenarios } = readScenarios(`\uFEFF${text}`, 'x.json');
    expect(region).toBe('sample');
    expect(scenarios).toEqual(SCENARIOS.map(({ name, edits }) => ({ name, edits })));
  });

  it.each<[string, string, (file: Loose) => void]>([
    ['scenario-file', '"huimin"', (file) => (file.huimin = 'region')],
    ['scenario-version', '版本是 2', (file) => (file.version = 2)],
    ['scenario-version', '版本是 undefined', (file) => delete file.version],
    ['scenario-file', 'scenarios.0.edits.1.lon', (file) => (file.scenarios[0].edits[1].lon = 200)],
    ['scenario-file', 'scenarios.0.edits.1.lat', (file) => delete file.scenarios[0].edits[1].lat],
    ['scenario-file', 'edits.2.status', (file) => (file.scenarios[0].edits[2].status = 'shut')],
    ['scenario-file', 'edits.3.capacity', (file) => (file.scenarios[0].edits[3].capacity = -1)],
    ['scenario-file', 'edits.4.opened', (file) => (file.scenarios[0].edits[4].opened = '2027-13')],
    [
      'scenario-file',
      'edits.0.facility.colour',
      (f) => (f.scenarios[0].edits[0].facility.colour = 1),
    ],
    ['scenario-file', 'edits.0.kind', (file) => (file.scenarios[0].edits[0].kind = 'burn')],
    ['scenario-file', 'scenarios.1.name', (file) => (file.scenarios[1].name = ' ')],
    ['scenario-file', 'scenarios', (file) => (file.scenarios = 'none')],
  ])('refuses one that is spoiled with %s, naming %s', (code, words, change) => {
    const fault = faultOf(spoiled(change));
    expect(fault.code).toBe(code);
    expect(fault.text.zh).toContain(words);
    expect(fault.text.en).toMatch(/^方案\.json/);
  });

  it('ends in a sentence whatever is in it', () => {
    for (const text of ['', '{', 'null', '[]', '3', '"x"']) {
      expect(faultOf(text).text.zh).toContain('方案.json');
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const file = { huimin: 'scenarios', version: 1, region: 'sample', scenarios: value };
        try {
          readScenarios(JSON.stringify(file), '方案.json');
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is for one region', () => {
    expect(() => checkRegion('x.json', 'poa', 'sample')).toThrow(/made for the region “poa”/);
    expect(() => checkRegion('x.json', 'poa', 'poa')).not.toThrow();
  });
});
