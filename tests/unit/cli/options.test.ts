import { beforeAll, describe, expect, it } from 'vitest';
import { coverageCommand } from '../../../scripts/huimin/coverage-command.ts';
import { gapsCommand } from '../../../scripts/huimin/gaps-command.ts';
import { nearestCommand } from '../../../scripts/huimin/nearest-command.ts';
import { build, buildOptions, builtTown, faultOf, scratch } from './town.ts';

let town = '';
beforeAll(async () => {
  town = await builtTown();
});

/** What is typed after `--region R --service school`, and what the sentence must say. */
const WRONG: [typed: string, code: string, says: RegExp][] = [
  ['--minutes 0', 'usage', /--minutes: got "0", expected minutes above 0 and at most 240/],
  ['--minutes -5', 'usage', /--minutes: got "-5"/],
  ['--minutes 5,,10', 'usage', /--minutes: got "5,,10"/],
  ['--minutes ten', 'usage', /--minutes: got "ten"/],
  ['--minutes NaN', 'usage', /--minutes: got "NaN"/],
  ['--minutes 241', 'usage', /--minutes: got "241"/],
  ['--minutes Infinity', 'usage', /--minutes: got "Infinity"/],
  ['--speed 0', 'usage', /--speed: got "0", expected a number above 0 and at most 40/],
  ['--speed -1', 'usage', /--speed: got "-1"/],
  ['--speed fast', 'usage', /--speed: got "fast"/],
  ['--profile runner', 'usage', /--profile: got "runner", expected one of general, older, slow/],
  ['--method magic', 'usage', /--method: got "magic", expected one of network, buffer/],
  ['--detour 0.5', 'usage', /--detour: got "0.5"/],
  ['--format xml', 'usage', /--format: got "xml", expected one of table, json, csv, geojson/],
  ['--people age_65_plus', 'no-such-people', /age_65_plus.*age_6_14, age_60_plus/],
  ['--colour red', 'usage', /coverage: Unknown option '--colour'/],
  ['--minutes', 'usage', /coverage: Option '--minutes <value>' argument missing/],
  ['--minutes 5 --minutes 10', 'usage', /--minutes is given twice/],
  ['extra', 'usage', /coverage: Unexpected argument 'extra'/],
];

describe('wrong options', () => {
  it.each(WRONG)('%s', async (typed, code, says) => {
    const fault = await faultOf(() =>
      coverageCommand(['--region', town, '--service', 'school', ...typed.split(' ')]),
    );
    expect(fault.code).toBe(code);
    expect(fault.text.en).toMatch(says);
    expect(fault.text.zh).not.toBe('');
  });

  it.each(['0', '-3', '0.5', 'all'])('gaps --top %s', async (top) => {
    const fault = await faultOf(() =>
      gapsCommand(['--region', town, '--service', 'school', '--top', top]),
    );
    expect(fault.text.en).toContain(`--top: got "${top}", expected a whole number, 1 or more`);
  });

  it('unknown service: the known ones are listed', async () => {
    const fault = await faultOf(() => gapsCommand(['--region', town, '--service', 'casino']));
    expect(fault.text.en).toMatch(/--service: got "casino", expected one of elder_care, charging/);
  });

  it('unknown region: what to do is said', async () => {
    const fault = await faultOf(() =>
      coverageCommand(['--region', 'atlantis', '--service', 'school']),
    );
    expect(fault.code).toBe('region');
    expect(fault.text.en).toMatch(/No region "atlantis".*huimin region build/);
  });

  it('what is needed and missing', async () => {
    const noRegion = await faultOf(() => coverageCommand(['--service', 'school']));
    expect(noRegion.text.en).toContain('coverage needs --region');
    const noService = await faultOf(() => gapsCommand(['--region', town]));
    expect(noService.text.en).toContain('gaps needs --service');
    const noPoint = await faultOf(() => nearestCommand(['--region', town]));
    expect(noPoint.text.en).toContain('nearest needs --at');
  });

  it.each(['150', '150,', '150,38,0', '38,150', '150;38', 'here,there', '150,NaN'])(
    'nearest --at %s',
    async (at) => {
      const fault = await faultOf(() => nearestCommand(['--region', town, '--at', at]));
      expect(fault.text.en).toContain(`--at: got "${at}", expected lon,lat`);
    },
  );

  it.each(['Town', '../town', 'a/b', '', '-town', 'x'.repeat(41), '城'])(
    'region build --id %j',
    async (id) => {
      const out = scratch();
      const fault = await faultOf(() => build(buildOptions(out, { id })));
      expect(fault.code).toBe('usage');
    },
  );

  it('region without build', async () => {
    expect((await faultOf(() => build(['make']))).text.en).toContain('expected "build"');
    expect((await faultOf(() => build([]))).text.en).toContain('expected "build"');
  });
});
