import type { Geometry } from 'geojson';
import type { What } from './method.ts';

export type Cell = string | number | boolean | null;

/** A column of an export. */
export interface Column {
  /** Its name in GeoJSON and FlatGeobuf, and in English tables. */
  key: string;
  /** Its name in Chinese tables. */
  zh: string;
  type: 'text' | 'number' | 'yes_no';
  /** What Chinese tables say for a text of ours, such as 开放 for open. */
  zhCells?: Record<string, string>;
}

/** What an export holds: rows of cells, each with its place on the map. */
export interface Layer {
  what: What;
  columns: Column[];
  /** Each as long as `columns`. */
  rows: Cell[][];
  /** One per row, WGS 84 degrees; null for a row that lies nowhere. */
  geometries: (Geometry | null)[];
}

/** The mark of invented data, in both languages: a file goes to people who read either. */
export const INVENTED_MARK = '示例数据 invented sample data';

/** The layer with one more column that marks every row of invented data. */
export function marked(layer: Layer, invented: boolean): Layer {
  if (!invented) return layer;
  const column: Column = { key: 'data', zh: '数据', type: 'text' };
  return {
    ...layer,
    columns: [...layer.columns, column],
    rows: layer.rows.map((row) => [...row, INVENTED_MARK]),
  };
}
