import type { Geometry } from 'geojson';
import type { Cell, Column, Layer } from '../../data/export/layer.ts';
import type { Dossier } from './dossier.ts';
import type { LayerName } from './layer-names.ts';
import { facilityLayer } from './facility-layer.ts';

const MAKERS: Record<LayerName, (dossier: Dossier) => Layer> = {
  areas: areaLayer,
  gaps: gapLayer,
  places: placeLayer,
  facilities: facilityLayer,
  bands: bandLayer,
};

export function layerOf(dossier: Dossier, name: LayerName): Layer {
  return MAKERS[name](dossier);
}

const number = (key: string, zh: string): Column => ({ key, zh, type: 'number' });
const text = (key: string, zh: string): Column => ({ key, zh, type: 'text' });
const share = (part: number, all: number): Cell => (all ? part / all : null);

/** Areas with their figures, and last the people outside all of them: together they are everybody. */
function areaLayer({ prepared, answer, subject }: Dossier): Layer {
  const { minutes, zoneMinutes } = subject.query;
  const last = minutes.length - 1;
  const figures = [...answer.areas, answer.outside];
  const { areas } = prepared.region;
  return {
    what: 'areas',
    columns: [
      text('id', '编号'),
      text('name', '名称'),
      text('name_en', '英文名'),
      { ...text('zone', '城乡'), zhCells: { urban: '城镇', rural: '农村' } },
      number('people', '人数'),
      ...minutes.map((m) => number(`covered_${m}`, `${m} 分钟内人数`)),
      number('limit', '限时（分钟）'),
      number('covered', '限时内人数'),
      number('share', '限时内比例'),
    ],
    rows: figures.map(({ people, covered }, k) => {
      const area = areas.at(k);
      const limit = zoneMinutes?.[area?.zone ?? 'urban'] ?? minutes[last];
      const within = covered[minutes.indexOf(limit)];
      return [
        area?.id ?? null,
        area?.name ?? (subject.language === 'zh' ? '不在任何区划内' : 'outside every area'),
        area?.nameEn ?? null,
        area?.zone ?? null,
        people,
        ...covered,
        limit,
        within,
        share(within, people),
      ];
    }),
    geometries: figures.map((_, k) => {
      const area = areas.at(k);
      return area ? multi(area.polygons) : null;
    }),
  };
}

function gapLayer({ gaps }: Dossier): Layer {
  return {
    what: 'gaps',
    columns: [
      number('rank', '序号'),
      number('people', '人数'),
      number('places', '居住点'),
      number('lon', '经度'),
      number('lat', '纬度'),
      text('nearest', '最近设施编号'),
      text('name', '最近设施'),
      number('minutes', '最近设施（分钟）'),
      number('area_km2', '面积（平方公里）'),
    ],
    rows: gaps.map(({ rank, people, places, centre, nearest, areaKm2 }) => [
      rank,
      people,
      places,
      ...centre,
      nearest?.id ?? null,
      nearest?.name ?? null,
      nearest?.minutes ?? null,
      areaKm2,
    ]),
    geometries: gaps.map(({ polygons }) => multi(polygons)),
  };
}

/** The populated places that count; `minutes` is empty beyond 30, or beyond the last limit where that is later. */
function placeLayer({ prepared, answer, times }: Dossier): Layer {
  const { places, areas } = prepared.region;
  const { people, counted } = answer.who;
  const which = [...places.ids.keys()].filter((i) => counted[i] && people[i] > 0);
  return {
    what: 'places',
    columns: [
      text('id', '编号'),
      number('lon', '经度'),
      number('lat', '纬度'),
      text('area', '区划'),
      number('people', '人数'),
      number('minutes', '分钟'),
      text('nearest', '最近设施编号'),
      text('name', '最近设施'),
    ],
    rows: which.map((i) => {
      const reached = Number.isFinite(times.seconds[i]);
      const site = reached ? answer.sites[times.nearest[i]] : null;
      return [
        places.ids[i],
        places.lon[i],
        places.lat[i],
        places.area[i] < 0 ? null : areas[places.area[i]].name,
        people[i],
        reached ? times.seconds[i] / 60 : null,
        site?.id ?? null,
        site?.name ?? null,
      ];
    }),
    geometries: which.map((i) => ({ type: 'Point', coordinates: [places.lon[i], places.lat[i]] })),
  };
}

function bandLayer({ bands, answer }: Dossier): Layer {
  const figures = new Map(answer.bands.map((band) => [band.minutes, band]));
  return {
    what: 'bands',
    columns: [
      number('minutes', '分钟'),
      number('covered', '人数'),
      number('people', '总人数'),
      number('share', '比例'),
    ],
    rows: bands.map(({ minutes }) => {
      const { covered } = figures.get(minutes)!;
      return [minutes, covered, answer.people, share(covered, answer.people)];
    }),
    geometries: bands.map(({ polygons }) => multi(polygons)),
  };
}

const multi = (coordinates: [number, number][][][]): Geometry => ({
  type: 'MultiPolygon',
  coordinates,
});
