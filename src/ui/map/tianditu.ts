/** 天地图's servers 0 to 7; a host without {s} is one server. */
const SERVERS = [0, 1, 2, 3, 4, 5, 6, 7];

/** WMTS addresses of one layer (`vec` map, `cva` Chinese names, `eva` English) in Web Mercator. */
export function tiandituTiles(host: string, layer: string, key: string): string[] {
  const query =
    `SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w` +
    `&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`;
  const base = host.replace(/\/$/, '');
  const hosts = base.includes('{s}') ? SERVERS.map((s) => base.replace('{s}', String(s))) : [base];
  return hosts.map((each) => `${each}/${layer}_w/wmts?${query}`);
}
