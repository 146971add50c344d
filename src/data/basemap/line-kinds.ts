/** A line's kind and the first zoom that shows it. */
export interface LineKind {
  kind: string;
  minZoom: number;
}

const WATERWAYS: Record<string, LineKind> = {
  river: { kind: 'river', minZoom: 8 },
  canal: { kind: 'canal', minZoom: 11 },
  stream: { kind: 'stream', minZoom: 13 },
  ditch: { kind: 'stream', minZoom: 14 },
  drain: { kind: 'stream', minZoom: 14 },
};

const RAILS: Record<string, LineKind> = {
  rail: { kind: 'rail', minZoom: 8 },
  narrow_gauge: { kind: 'rail', minZoom: 10 },
  subway: { kind: 'subway', minZoom: 11 },
  light_rail: { kind: 'light_rail', minZoom: 11 },
  monorail: { kind: 'light_rail', minZoom: 11 },
  tram: { kind: 'tram', minZoom: 13 },
};

export function waterwayKind(waterway: string | undefined): LineKind | null {
  return waterway !== undefined && Object.hasOwn(WATERWAYS, waterway) ? WATERWAYS[waterway] : null;
}

export function railKind(railway: string | undefined): LineKind | null {
  return railway !== undefined && Object.hasOwn(RAILS, railway) ? RAILS[railway] : null;
}
