import { beforeAll, describe, expect, it } from 'vitest';
import { nearestCommand } from '../../../scripts/huimin/nearest-command.ts';
import { builtTown, faultOf } from './town.ts';

let town = '';
beforeAll(async () => {
  town = await builtTown();
});

const ask = (...options: string[]) => nearestCommand(['--region', town, ...options]);

describe('nearest', () => {
  it('json: open places by walking time, the planned one not among them', () => {
    const rows = JSON.parse(ask('--at', '150.000,38.003', '--format', 'json'));
    expect(rows).toMatchObject([
      { id: 'f1', name: '第一小学', service: 'school' },
      { id: 'f2', name: '东路诊所', service: 'clinic' },
    ]);
    // p02 → f1: 2 u = 222.4 m; → f2: 7 u + 700.9 = 1479.2 m.
    expect(rows[0].metres).toBeCloseTo(222.4, 0);
    expect(rows[0].minutes).toBeCloseTo(222.4 / 1.2 / 60, 2);
    expect(rows[1].metres).toBeCloseTo(1479.2, 0);
  });

  it('one service, one profile, its own speed', () => {
    const options = ['--at', '150,38.003', '--service', 'clinic', '--profile', 'older'];
    const rows = JSON.parse(ask(...options, '--format', 'json'));
    expect(rows).toHaveLength(1);
    expect(rows[0].minutes).toBeCloseTo(1479.2 / 0.9 / 60, 1);
  });

  it('csv, table, geojson', () => {
    const at = ['--at', '150,38.003'];
    expect(
      ask(...at, '--format', 'csv')
        .trimEnd()
        .split('\r\n'),
    ).toEqual([
      'minutes,metres,service,id,name',
      '3.1,222,school,f1,第一小学',
      '20.5,1479,clinic,f2,东路诊所',
    ]);
    expect(ask(...at).split('\n')[1]).toMatch(/^ *3\.1 +222 +school +f1 +第一小学$/);
    const { features } = JSON.parse(ask(...at, '--top', '1', '--format', 'geojson'));
    expect(features).toEqual([
      {
        type: 'Feature',
        properties: expect.objectContaining({ id: 'f1', name: '第一小学', service: 'school' }),
        geometry: { type: 'Point', coordinates: [150, 38.005] },
      },
    ]);
  });

  it('a point off every street is told so, a negative longitude is read as one', async () => {
    const fault = await faultOf(() => ask('--at', '-51.2,-30.1'));
    expect(fault.code).toBe('off-network');
    expect(fault.text.en).toContain('-51.2, -30.1');
  });
});
