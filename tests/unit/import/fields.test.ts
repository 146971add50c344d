import { expect, it } from 'vitest';
import { fieldOf } from '../../../src/data/import/fields.ts';

it.each([
  ['facilities', '收费标准（元）', 'price'],
  ['facilities', '价格', 'price'],
  ['facilities', '备注说明', 'note'],
  ['facilities', '备注', 'note'],
  ['candidates', '造价（万元）', 'price'],
  ['candidates', '建设费用', 'price'],
] as const)('of %s the column %s is %s', (target, header, field) => {
  expect(fieldOf(target, header)?.field).toBe(field);
});

it('what a place cost to build is not what it costs whoever comes', () => {
  expect(fieldOf('facilities', '总投资（万元）')).toBeNull();
  expect(fieldOf('facilities', '造价')).toBeNull();
  expect(fieldOf('candidates', '收费标准')).toBeNull();
});
