import { escapeXml } from './escape-xml.ts';
import { breakLines, textWidth } from './lay-text.ts';
import { siteMark } from './map-body.ts';
import { PRINT, type LegendColours } from './print-colours.ts';
import type { PrintWords } from './print-words.ts';

/** The texts round a map. */
export interface FrameText {
  title: string;
  /** The answer: "71.3 %，31,204 / 43,765 位…" */
  answer: string;
  rule: string;
  /** Approval or 示意图, sources, dates. */
  credits: string;
  /** The mark of invented data; null where it is real. */
  invented: string | null;
}

/** What the legend explains. */
export interface FrameLegend {
  minutes: number[];
  gaps: boolean;
  coming: boolean;
  changed: boolean;
  areas: boolean;
  colours: LegendColours;
}

/** The map's own part of a picture: elements in a box. */
export interface FrameBody {
  svg: string;
  width: number;
  height: number;
  metresPerUnit: number;
}

export const FONTS =
  "-apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', system-ui, sans-serif";

const PAD = 14;

/**
 * What stands round a map: everything; legend and credits where title, answer and rule stand beside
 * it anyway; or nothing, where a page says it all in text.
 */
export type Around = 'all' | 'legend' | 'nothing';

/**
 * A whole picture as SVG: title, answer and rule above the map, scale and north in it, legend and
 * credits below, the method block in <metadata>. Texts are escaped; they are broken into lines here,
 * since SVG breaks none.
 */
export function framedMap(
  body: FrameBody,
  text: FrameText,
  legend: FrameLegend,
  words: PrintWords,
  methodJson: string,
  around: Around = 'all',
): string {
  const bare = around !== 'all';
  const { width } = body;
  const room = width - 2 * PAD;
  const out: string[] = [];
  let y = bare ? 0 : PAD;
  const write = (line: string, size: number, fill: string, weight = 400, x = PAD) => {
    y += size * 1.35;
    out.push(
      `<text x="${x}" y="${round(y - size * 0.25)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(line)}</text>`,
    );
  };
  const paragraph = (words: string, size: number, fill: string, weight = 400) => {
    for (const line of breakLines(words, room / size)) write(line, size, fill, weight);
  };
  if (!bare) {
    if (text.invented) paragraph(text.invented, 13, PRINT.gap, 700);
    paragraph(text.title, 20, PRINT.ink, 700);
    paragraph(text.answer, 15, PRINT.accent, 700);
    paragraph(text.rule, 12.5, PRINT.quiet);
    y += 6;
  }
  const top = round(y);
  out.push(
    `<svg x="0" y="${top}" width="${width}" height="${body.height}" viewBox="0 0 ${width} ${body.height}" overflow="hidden">${body.svg}${scaleBar(body, words)}${text.invented ? inMap(text.invented, width) : ''}</svg>`,
    `<rect x="0.5" y="${top + 0.5}" width="${width - 1}" height="${body.height - 1}" fill="none" stroke="${PRINT.boundary}"/>`,
  );
  y += body.height;
  if (around !== 'nothing') y += 8;
  let x = PAD;
  for (const { mark, label } of around === 'nothing' ? [] : legendEntries(legend, words)) {
    const wide = 30 + textWidth(label) * 12.5 + 12;
    if (x > PAD && x + wide > width - PAD) {
      x = PAD;
      y += 20;
    }
    out.push(
      `<g transform="translate(${round(x)} ${round(y)})">${mark}<text x="30" y="12" font-size="12.5" fill="${PRINT.ink}">${escapeXml(label)}</text></g>`,
    );
    x += wide;
  }
  if (around !== 'nothing') {
    y += 22;
    paragraph(text.credits, 11, PRINT.quiet);
    y += bare ? 4 : PAD;
  }
  const height = round(y);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(FONTS)}" role="img" aria-label="${escapeXml(`${text.title} ${text.answer}`)}"><title>${escapeXml(text.title)}</title>${bare ? '' : `<metadata>${escapeXml(methodJson)}</metadata>`}<rect width="${width}" height="${height}" fill="${PRINT.paper}"/>
${out.join('\n')}
</svg>
`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The mark of invented data inside the map as well: pictures get cropped. */
function inMap(mark: string, width: number): string {
  const [first] = mark.split(/[：:]/);
  const wide = textWidth(first) * 12 + 16;
  return `<g transform="translate(${round(width - wide - 8)} 8)"><rect width="${round(wide)}" height="20" rx="4" fill="#FFFFFF" stroke="${PRINT.gap}"/><text x="${round(wide / 2)}" y="14" font-size="12" fill="${PRINT.gap}" text-anchor="middle">${escapeXml(first)}</text></g>`;
}

/** A bar of a round length, at most a quarter of the map wide, and north. */
function scaleBar({ width, height, metresPerUnit }: FrameBody, words: PrintWords): string {
  const most = (width / 4) * metresPerUnit;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1);
  const bar = round(metres / metresPerUnit);
  const label = metres >= 1000 ? words.km(String(metres / 1000)) : words.m(String(metres));
  return `<g transform="translate(12 ${height - 14})"><rect x="-6" y="-18" width="${bar + 12}" height="26" fill="#FFFFFF" fill-opacity="0.85"/><path d="M0 -3V3H${bar}V-3" fill="none" stroke="${PRINT.ink}" stroke-width="1.4"/><text x="${bar / 2}" y="-5" font-size="11" fill="${PRINT.ink}" text-anchor="middle">${escapeXml(label)}</text></g><g transform="translate(20 24)"><path d="M0 -14L5 4L0 0L-5 4Z" fill="${PRINT.ink}"/><text y="16" font-size="11" fill="${PRINT.ink}" text-anchor="middle">${escapeXml(words.north)}</text></g>`;
}

/** What the legend says: marks in 24 × 16, and what they mean. */
export function legendEntries(
  legend: FrameLegend,
  words: PrintWords,
): { mark: string; label: string }[] {
  const swatch = (fill: string, stroke: string = PRINT.boundary) =>
    `<rect x="0" y="1" width="24" height="13" fill="${fill}" stroke="${stroke}" stroke-width="0.8"/>`;
  const entries = legend.minutes.map((minutes, k) => ({
    mark: swatch(legend.colours.bands[k]),
    label: words.within(String(legend.minutes[k - 1] ?? 0), String(minutes)),
  }));
  const { gap, gapTint } = legend.colours;
  const site = (status: 'open' | 'planned', changed: boolean) =>
    siteMark({ status, changed }, 12, 8, legend.colours.site);
  if (legend.gaps) {
    // Lines again, as on the map.
    const lines = `<path d="M2 14L15 1M10 14L23 1M0 8L7 1M18 14L24 8" stroke="${gap}" stroke-width="1.4"/>`;
    entries.push({ mark: swatch(gapTint, gap) + lines, label: words.gap });
  }
  entries.push({ mark: site('open', false), label: words.site });
  if (legend.coming) entries.push({ mark: site('planned', false), label: words.coming });
  if (legend.changed) entries.push({ mark: site('open', true), label: words.changed });
  if (legend.areas) {
    const line = `<path d="M0 8H24" stroke="${PRINT.boundary}" stroke-width="1.2" stroke-dasharray="5 2.5"/>`;
    entries.push({ mark: line, label: words.areaLine });
  }
  return entries;
}
