import { describe, expect, it } from 'vitest';
import { templateCommand } from '../../../scripts/huimin/template-command.ts';
import { loadServices } from '../../../scripts/huimin/load-region.ts';
import { facilityTemplate } from '../../../src/data/tables/facility-template.ts';
import { readFacilities } from '../../../src/data/tables/read-facilities.ts';
import { faultOf } from './fault-of.ts';

const services = loadServices();
const read = (sheet: string) =>
  readFacilities(new TextEncoder().encode(sheet), { fileName: 'sheet.csv', services });

describe.each(services.map((service) => [service.key, service] as const))(
  'the sheet of %s',
  (key, service) => {
    const sheet = facilityTemplate(service, [125.14, 42.9]);

    it('begins with a BOM and ends its lines as spreadsheets do', () => {
      expect(sheet.startsWith('\ufeff编号,名称,服务,经度,纬度,')).toBe(true);
      expect(sheet.split('\r\n').length).toBe(3);
      expect(sheet.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    });

    it('as it is has one example, refused by name, and no facility', () => {
      const { rows, rejected } = read(sheet);
      expect(rows).toEqual([]);
      expect(rejected.map(({ line, code }) => [line, code])).toEqual([[2, 'example-row']]);
      expect(rejected[0].text.zh).toContain('示例');
    });

    it('filled in, every column of it is read', () => {
      const { rows, rejected } = read(sheet.replace('示例（请删除本行）', 'e01'));
      expect(rejected).toEqual([]);
      const { equipped, ...facility } = rows[0];
      expect(facility).toEqual({
        id: 'e01',
        name: '示例：某某街道服务站',
        service: key,
        lon: 125.14,
        lat: 42.9,
        status: 'open',
        capacity: 40,
        opened: '2024-05',
        address: '示例：某某路 1 号',
        hours: '08:30-17:00',
        price: '免费',
        stepFree: true,
        accuracy: '门口实测',
        source: '区民政局名单 2024',
      });
      expect(equipped).toBe(service.measure === 'share_equipped' ? true : undefined);
    });

    it('is what the command prints', () => {
      expect(templateCommand(['--service', key])).toBe(facilityTemplate(service, [125, 43]));
    });
  },
);

it('the command says which services there are', () => {
  const fault = faultOf(() => templateCommand(['--service', 'swimming']));
  expect([fault.code, fault.text.en]).toEqual(['usage', expect.stringContaining('elder_care')]);
});
