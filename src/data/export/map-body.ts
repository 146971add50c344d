import { lonScale, type Bbox, type LonLat, type Polygons } from '../../core/geo.ts';
import type { FacilityStatus } from '../tables/facility.ts';
import { linePath } from './line-path.ts';
import { PRINT, printBand } from './print-colours.ts';

/** What is drawn of an answer. Degrees throughout. */
export interface MapContent {
  bbox: Bbox;
  bands: { minutes: number; polygons: Polygons }[];
  gaps: { rank: number; centre: LonLat; polygons: Polygons }[];
  /** Of the gaps the largest so many bear their number; all of them where it is left out. */
  numbered?: number;
  areas: Polygons[];
  sites: { lon: number; lat: number; status: FacilityStatus; changed: boolean }[];
  /** Lines of streets, the main ones and the others. */
  ground: { main: LonLat[][]; minor: LonLat[][] };
  /** #RRGGBB of the service. */
  colour: string;
}

/** The content drawn into a box, and how far it reaches there. */
export interface MapBody {
  svg: string;
  metresPerUnit: number;
}

const METRES_PER_DEGREE = 111195;

/** Vector drawing of an answer in a box of `width` × `height` units; ids begin with `prefix`. */
export function mapBody(content: MapContent, width: number, height: number, prefix = 'm'): MapBody {
  const [west, south, east, north] = content.bbox;
  const squeeze = lonScale((south + north) / 2);
  const margin = 10;
  const scale = Math.min(
    (width - 2 * margin) / Math.max((east - west) * squeeze, 1e-6),
    (height - 2 * margin) / Math.max(north - south, 1e-6),
  );
  const [midLon, midLat] = [(west + east) / 2, (south + north) / 2];
  const place = ([lon, lat]: LonLat): [number, number] => [
    width / 2 + (lon - midLon) * squeeze * scale,
    height / 2 - (lat - midLat) * scale,
  ];
  const x = (lon: number) => tenths(place([lon, midLat])[0]);
  const y = (lat: number) => tenths(place([midLon, lat])[1]);
  const path = (lines: LonLat[][], closed: boolean) =>
    linePath(
      lines.map((line) => line.map(place)),
      closed,
    );
  const shape = (polygons: Polygons, style: string) => {
    const d = path(polygons.flat(), true);
    return d && `<path d="${d}" ${style}/>`;
  };
  const seen = (line: LonLat[]) => line.some(([lon, lat]) => inside(x(lon), y(lat), width, height));
  /** Lines drawn once for each style, one over the other. */
  const lines = (list: LonLat[][], id: string, ...styles: string[]) => {
    const d = path(list.filter(seen), false);
    const uses = styles.map((style) => `<use href="#${id}" fill="none" ${style}/>`).join('');
    return d && `<defs><path id="${id}" d="${d}"/></defs>${uses}`;
  };
  const { ground } = content;
  const gapPath = path(
    content.gaps.flatMap(({ polygons }) => polygons.flat()),
    true,
  );
  const parts = [
    `<rect width="${width}" height="${height}" fill="${PRINT.land}"/>`,
    ...content.bands.map(({ minutes, polygons }) =>
      shape(polygons, `fill="${printBand(minutes)}" fill-rule="evenodd" class="band"`),
    ),
    gapPath && hatched(gapPath, width, height, `${prefix}-gaps`),
    lines(
      ground.minor,
      `${prefix}-minor`,
      `stroke="#FFFFFF" stroke-width="0.5" stroke-opacity="0.75"`,
    ),
    lines(
      ground.main,
      `${prefix}-main`,
      `stroke="#FFFFFF" stroke-width="1.6"`,
      `stroke="${PRINT.roadFar}" stroke-width="0.7"`,
    ),
    ...content.areas.map((area) =>
      shape(
        area,
        `fill="none" stroke="${PRINT.boundary}" stroke-width="0.9" stroke-dasharray="5 2.5" class="area"`,
      ),
    ),
    ...content.sites
      .filter(({ lon, lat }) => inside(x(lon), y(lat), width, height))
      .map((site) => siteMark(site, x(site.lon), y(site.lat), content.colour)),
    // The smallest first, so that the number of the largest gap is on top.
    ...content.gaps
      .slice(0, content.numbered)
      .toReversed()
      .map(({ rank, centre: [lon, lat] }) => numberMark(rank, x(lon), y(lat))),
  ];
  return { svg: parts.join('\n'), metresPerUnit: METRES_PER_DEGREE / scale };
}

/** Ground with slanting lines over it. Drawn as lines and not as a pattern, which printers make pixels of. */
function hatched(d: string, width: number, height: number, id: string): string {
  let slants = '';
  for (let x = -height; x < width; x += 8) slants += `M${x} ${height}l${height} -${height}`;
  const ground = `${id}-ground`;
  return `<clipPath id="${id}"><use href="#${ground}" clip-rule="evenodd"/></clipPath><path id="${ground}" d="${d}" fill="${PRINT.gapTint}" fill-rule="evenodd" stroke="${PRINT.gap}" stroke-width="0.8" class="gap"/><path d="${slants}" stroke="${PRINT.gap}" stroke-width="1.3" clip-path="url(#${id})"/>`;
}

const tenths = (value: number) => Math.round(value * 10) / 10;
const inside = (x: number, y: number, width: number, height: number) =>
  x >= 0 && x <= width && y >= 0 && y <= height;

/** A site's disc: full where it is open, a ring where it is coming, grey where it is closed; ringed where a scenario changed it. */
export function siteMark(
  { status, changed }: { status: FacilityStatus; changed: boolean },
  x: number,
  y: number,
  colour: string,
): string {
  const at = `cx="${x}" cy="${y}"`;
  const ring = changed
    ? `<circle ${at} r="7" fill="none" stroke="${PRINT.ink}" stroke-width="1.4"/>`
    : '';
  if (status === 'open') {
    return `${ring}<circle ${at} r="4" fill="${colour}" stroke="#FFFFFF" stroke-width="1" class="site"/>`;
  }
  const shade = status === 'closed' ? PRINT.closed : colour;
  return `${ring}<circle ${at} r="3.6" fill="#FFFFFF" stroke="${shade}" stroke-width="1.4" stroke-dasharray="2 1.4"/>`;
}

function numberMark(rank: number, x: number, y: number): string {
  const width = rank > 99 ? 20 : rank > 9 ? 16 : 12;
  return `<rect x="${tenths(x - width / 2)}" y="${tenths(y - 6)}" width="${width}" height="12" rx="6" fill="${PRINT.gap}"/><text x="${x}" y="${tenths(y + 3.2)}" font-size="9" font-weight="700" fill="#FFFFFF" text-anchor="middle" class="rank">${rank}</text>`;
}
