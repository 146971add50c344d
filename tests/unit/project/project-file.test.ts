import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/data/project/layer.ts';
import { readProject, writeProject } from '../../../src/data/project/project-file.ts';
import { sha256 } from '../../../src/data/sha256.ts';
import { bytesOf, faultOf } from '../tables/fault-of.ts';
import { answered, figures, law } from '../scenario/scenario-of.ts';
import { layerOf, project, projectOf } from './project-of.ts';

const FILE = '试点.huimin';
const codeOf = (bytes: Uint8Array) => faultOf(() => readProject(bytes, FILE)).code;

/** A parsed head, to be spoiled anywhere. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

/** A file with this head, and sums that are right: what somebody would make who means harm. */
function forged(change: (head: Loose) => string | void, more: Zippable = {}): Uint8Array {
  const { SHA256SUMS: _, ...parts } = unzipSync(writeProject(SOUND, true));
  const head = JSON.parse(new TextDecoder().decode(parts['huimin.json']));
  const text = change(head) ?? JSON.stringify(head);
  const all: Record<string, Uint8Array> = {
    ...parts,
    'huimin.json': bytesOf(text),
    ...(more as Record<string, Uint8Array>),
  };
  const sums = Object.entries(all).map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  return zipSync({ ...all, SHA256SUMS: bytesOf(sums.join('')) });
}

const site = { id: 'a', name: '站', service: 'clinic', lon: 1, lat: 2, status: 'open' } as const;
const SOUND = projectOf({
  scenarios: [{ id: 's1', name: '方案 1', edits: [{ kind: 'add', facility: site }] }],
  chosen: 's1',
  layers: [layerOf('facilities', [site])],
});

describe('a project in a file', () => {
  it('comes back as it was, whatever is in it, and is the same file again', () => {
    fc.assert(
      fc.property(project, fc.boolean(), (made, invented) => {
        const bytes = writeProject(made, invented);
        const read = readProject(bytes, FILE);
        expect(read).toEqual(made);
        expect(writeProject(read, invented)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same figures to the bit', () => {
    law((wanted) => {
      const made = projectOf({
        scenarios: [{ id: 's1', name: '方案', edits: wanted.edits }],
        on: wanted.question.on,
      });
      const read = readProject(writeProject(made, true), FILE);
      const question = { ...wanted.question, on: read.on };
      const before = figures(wanted, answered(wanted, wanted.edits));
      const after = answered({ ...wanted, question }, read.scenarios[0].edits);
      expect(figures(wanted, after)).toEqual(before);
    }, 30);
  });

  it('keeps every bit of columns, and says that it is invented', () => {
    const columns = { lon: Float64Array.of(0.1 + 0.2), lat: Float64Array.of(5e-324) };
    const fields = { total: Float64Array.of(1 / 3), age_60_plus: Float64Array.of(0) };
    const layer = layerOf('people', { ids: ['甲'], ...columns, fields });
    const bytes = writeProject(projectOf({ layers: [layer] }), true);
    const [read] = readProject(bytes, FILE).layers;
    expect(rowsOf(read as never, FILE)).toEqual({ ids: ['甲'], ...columns, fields });
    const head = new TextDecoder().decode(unzipSync(bytes)['huimin.json']);
    expect(head).toContain('示例数据');
    expect(new TextDecoder().decode(unzipSync(writeProject(SOUND, false))['huimin.json']))
      .not //
      .toContain('示例数据');
  });

  it('can be checked by others: the sums are those of sha256sum', () => {
    const parts = unzipSync(writeProject(SOUND, true));
    expect(Object.keys(parts)).toEqual(['huimin.json', 'layers/facilities.json', 'SHA256SUMS']);
    const lines = ['huimin.json', 'layers/facilities.json'].map(
      (name) => `${createHash('sha256').update(parts[name]).digest('hex')}  ${name}\n`,
    );
    expect(new TextDecoder().decode(parts.SHA256SUMS)).toBe(lines.join(''));
    for (let n = 0; n < 200; n++) {
      const bytes = Uint8Array.from({ length: n }, (_, k) => k * n);
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});

describe('a project of another version', () => {
  it('is brought up to date where it is older', () => {
    const old = forged((head) => {
      head.version = 1;
      delete head.project.on;
      delete head.project.layers;
    });
    // Rows that no head speaks of are no harm.
    expect(readProject(old, FILE)).toEqual({ ...SOUND, layers: [] });
  });

  it('is refused with a sentence where it is newer, though nothing in it be known', () => {
    const fault = faultOf(() =>
      readProject(
        forged((head) => void Object.assign(head, { version: 9, project: 'all new' })),
        FILE,
      ),
    );
    expect(fault.code).toBe('project-version');
    expect(fault.text.zh).toBe(
      '试点.huimin：项目格式是第 9 版，这里最多能读第 3 版。请用更新的软件打开它。',
    );
    expect(codeOf(forged((head) => void (head.version = '2')))).toBe('project-file');
    expect(codeOf(forged((head) => void (head.version = 0)))).toBe('project-file');
  });
});

describe('a file that is not as it should be', () => {
  it('is no project', () => {
    expect(codeOf(bytesOf('not a zip'))).toBe('project-file');
    expect(codeOf(new Uint8Array())).toBe('project-file');
    expect(codeOf(zipSync({ 'a.txt': bytesOf('a') }))).toBe('project-file');
    expect(codeOf(forged((head) => void (head.huimin = 'scenarios')))).toBe('project-file');
    expect(codeOf(forged(() => 'null'))).toBe('project-file');
    expect(codeOf(forged(() => '{'))).toBe('project-damaged');
  });

  it('is found out at any byte that matters, and never crashes', () => {
    const whole = writeProject(SOUND, true);
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (at, by, cutOff) => {
          const bytes = cutOff ? whole.slice(0, at) : whole.slice();
          if (!cutOff) bytes[at] ^= by;
          let read;
          try {
            read = readProject(bytes, FILE);
          } catch (error) {
            // Only our own sentences.
            expect(error).toHaveProperty('code', expect.stringMatching(/^project-/));
            return;
          }
          // The archive's own bookkeeping has bytes that say nothing: times, flags.
          expect(read).toEqual(SOUND);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('lacks a part, or has one that differs from its sum', () => {
    const spoiled = (change: (parts: Record<string, Uint8Array>) => void) => {
      const parts = unzipSync(writeProject(SOUND, true));
      change(parts);
      return codeOf(zipSync(parts));
    };
    expect(spoiled((parts) => delete parts['layers/facilities.json'])).toBe('project-damaged');
    expect(spoiled((parts) => delete parts.SHA256SUMS)).toBe('project-damaged');
    expect(spoiled((parts) => void (parts['layers/more.json'] = bytesOf('[]')))).toBe(
      'project-damaged',
    );
    expect(spoiled((parts) => void (parts['layers/facilities.json'] = bytesOf('[]')))).toBe(
      'project-damaged',
    );
  });

  it('has keys or values that are none of ours, though its sums be right', () => {
    const text = (project: string) =>
      codeOf(forged(() => `{"huimin":"project","version":2,"project":${project}}`));
    const sound = JSON.stringify({ ...SOUND, layers: [] });
    expect(text(sound.replace('{', '{"__proto__":{"polluted":1},'))).toBe('project-part');
    expect(text(sound.replace('"edits"', '"__proto__":{"polluted":1},"edits"'))).toBe(
      'project-part',
    );
    expect(({} as Loose).polluted).toBeUndefined();
    const bad: ((project: Loose) => void)[] = [
      (project) => (project.name = ''),
      (project) => (project.region.bundle = 'x'),
      (project) => (project.region = null),
      (project) => (project.on = 'tomorrow'),
      (project) => (project.settings = 'x'.repeat(2001)),
      (project) => (project.layers[0].id = '../../up'),
      (project) => (project.layers[0].kind = 'virus'),
      (project) => (project.layers[0].rows = 2),
      (project) => project.layers.push(project.layers[0]),
      (project) => (project.scenarios[0].edits[0].facility.lat = 91),
    ];
    expect(bad.map((change) => codeOf(forged((head) => void change(head.project))))).toEqual(
      bad.map(() => 'project-part'),
    );
    expect(codeOf(forged(() => {}, { 'layers/facilities.json': bytesOf('[{}]') }))).toBe(
      'project-part',
    );
    expect(codeOf(forged(() => {}, { 'layers/facilities.json': bytesOf('[') }))).toBe(
      'project-damaged',
    );
  });

  it('is a bomb: refused before it is unpacked, and what lies of its size unpacks to no more', () => {
    const zeros = new Uint8Array(100_000);
    /** The same file with another size of it in the directory. */
    const lying = (bytes: Uint8Array, size: number) => {
      const view = new DataView(bytes.buffer);
      for (let at = 0; at < bytes.length - 4; at++) {
        const entry = view.getUint32(at, true) === 0x02014b50;
        if (entry && view.getUint32(at + 24, true) === zeros.length) {
          view.setUint32(at + 24, size, true);
        }
      }
      return bytes;
    };
    const parts = Array.from({ length: 7 }, (_, k) => [`layers/${k}.json`, zeros] as const);
    expect(codeOf(lying(zipSync(Object.fromEntries(parts)), 50e6))).toBe('project-too-large');
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, k) => [`${k}`, bytesOf('')]));
    expect(codeOf(zipSync(many))).toBe('project-too-large');
    const liar = lying(
      forged(() => {}, { 'layers/more.json': zeros }),
      10,
    );
    expect(codeOf(liar)).toBe('project-damaged');
  });
});
