import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { coverageCommand } from '../../../scripts/huimin/coverage-command.ts';
import { builtTown, faultOf } from './town.ts';

let town = '';
let bundle = '';
beforeEach(async () => {
  town = await builtTown();
  bundle = join(town, JSON.parse(readFileSync(join(town, 'manifest.json'), 'utf8')).bundle.file);
});

const ask = () => coverageCommand(['--region', town, '--service', 'school']);
const spoil = (change: (bytes: Buffer) => Uint8Array) =>
  writeFileSync(bundle, change(readFileSync(bundle)));

describe('a region that cannot be trusted is refused, and what to do is said', () => {
  it('bundle cut', async () => {
    spoil((bytes) => bytes.subarray(0, bytes.length - 100));
    const fault = await faultOf(ask);
    expect(fault.code).toBe('bundle-cut');
    expect(fault.text.en).toMatch(/got \d+ bytes, expected \d+\. Build the region again/);
  });

  it('bundle cut inside its header, and empty', async () => {
    spoil((bytes) => bytes.subarray(0, 10));
    expect((await faultOf(ask)).code).toBe('bundle-cut');
    spoil(() => new Uint8Array());
    expect((await faultOf(ask)).code).toBe('bundle-foreign');
  });

  it('any one bit turned over', async () => {
    const { length } = readFileSync(bundle);
    for (const at of [24, 40, 60, Math.floor(length / 2), length - 9]) {
      spoil((bytes) => ((bytes[at] ^= 4), bytes));
      expect((await faultOf(ask)).code, `byte ${at}`).toBe('bundle-corrupt');
      spoil((bytes) => ((bytes[at] ^= 4), bytes));
    }
    expect(ask()).toContain('小镇');
  });

  it('bundle of another version', async () => {
    spoil((bytes) => (bytes.writeUInt32LE(1, 8), bytes));
    const fault = await faultOf(ask);
    expect(fault.text.en).toMatch(/is version 1; this software reads version 2/);
  });

  it('another file in its place', async () => {
    spoil(() => Buffer.from('%PDF-1.7 and more than twenty-four bytes'));
    expect((await faultOf(ask)).text.en).toMatch(/begins with "%PDF-1\.7", expected "HUIMINRG"/);
  });

  it('bundle gone', async () => {
    rmSync(bundle);
    expect((await faultOf(ask)).text.en).toMatch(/Cannot read .*bundle-\w+\.bin \(no such file\)/);
  });

  it.each([
    ['not JSON', '{"format": "huimin-reg'],
    ['another JSON', '[]'],
    ['empty', ''],
  ])('manifest %s', async (_, text) => {
    writeFileSync(join(town, 'manifest.json'), text);
    const fault = await faultOf(ask);
    expect(fault.code).toBe('manifest');
    expect(fault.text.en).toMatch(
      /manifest\.json is not a region manifest.*Build the region again/,
    );
  });

  it('a manifest that points out of its folder is not followed', async () => {
    const file = join(town, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    manifest.bundle.file = '../../../etc/passwd';
    writeFileSync(file, JSON.stringify(manifest));
    expect((await faultOf(ask)).text.en).toContain(join(town, 'passwd'));
  });
});
