/** The framing of an OSM PBF file, without a use for its content: blobs, whole or spoilt. */

const text = (value: string) => [...new TextEncoder().encode(value)];

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
}

const field = (number: number, bytes: number[]) => [
  (number << 3) | 2,
  ...varint(bytes.length),
  ...bytes,
];
const numberField = (number: number, value: number) => [number << 3, ...varint(value)];

/** One fileblock; `declares` puts another length into its header than its content has. */
export function block(type: string, blob: number[], declares = blob.length): number[] {
  const header = [...field(1, text(type)), ...numberField(3, declares)];
  return [0, 0, 0, header.length, ...header, ...blob];
}

/** A Blob with plain content. */
export const raw = (content: number[]) => field(1, content);

/** A Blob of zlib data that claims to unpack to `size` bytes. */
export const zlib = (content: number[], size: number) => [
  ...numberField(2, size),
  ...field(3, content),
];

/** A sound OSMHeader fileblock. */
export const HEADER = block(
  'OSMHeader',
  raw([...field(4, text('OsmSchema-V0.6')), ...field(4, text('DenseNodes'))]),
);
