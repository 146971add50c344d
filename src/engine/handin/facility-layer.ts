import type { Column, Layer } from '../../data/export/layer.ts';
import type { Facility } from '../../data/tables/facility.ts';
import type { Dossier } from './dossier.ts';

const text = (key: string, zh: string): Column => ({ key, zh, type: 'text' });
const STATUS = { open: '开放', planned: '规划', building: '在建', closed: '关闭' };

/**
 * All facilities of the scenario, of every service and status. The columns are those of a facility
 * table (data/tables/facility-words.ts), so that it can be read in again; `entrances`, which such a
 * table has no column for, stands there to be seen and is passed over by the reader.
 */
export function facilityLayer({ subject: { facilities, services } }: Dossier): Layer {
  const columns: [Column, (facility: Facility) => string | number | boolean | undefined][] = [
    [text('id', '编号'), ({ id }) => id],
    [text('name', '名称'), ({ name }) => name],
    [text('name_en', '英文名'), ({ nameEn }) => nameEn],
    [
      {
        ...text('service', '服务'),
        zhCells: Object.fromEntries(services.map(({ key, zh }) => [key, zh])),
      },
      ({ service }) => service,
    ],
    [{ key: 'lon', zh: '经度', type: 'number' }, ({ lon }) => lon],
    [{ key: 'lat', zh: '纬度', type: 'number' }, ({ lat }) => lat],
    [{ ...text('status', '状态'), zhCells: STATUS }, ({ status }) => status],
    [{ key: 'capacity', zh: '容量', type: 'number' }, ({ capacity }) => capacity],
    [text('opened', '启用日期'), ({ opened }) => opened],
    [{ key: 'equipped', zh: '已配充电', type: 'yes_no' }, ({ equipped }) => equipped],
    [{ key: 'step_free', zh: '无障碍', type: 'yes_no' }, ({ stepFree }) => stepFree],
    [text('address', '地址'), ({ address }) => address],
    [text('phone', '电话'), ({ phone }) => phone],
    [text('hours', '营业时间'), ({ hours }) => hours],
    [text('price', '价格'), ({ price }) => price],
    [text('note', '备注'), ({ note }) => note],
    [text('accuracy', '精度'), ({ accuracy }) => accuracy],
    [text('source', '来源'), ({ source }) => source],
    [
      text('entrances', '入口'),
      ({ entrances }) => entrances?.map((point) => point.join(' ')).join('; '),
    ],
  ];
  return {
    what: 'facilities',
    columns: columns.map(([column]) => column),
    rows: facilities.map((facility) => columns.map(([, of]) => of(facility) ?? null)),
    geometries: facilities.map(({ lon, lat }) => ({ type: 'Point', coordinates: [lon, lat] })),
  };
}
