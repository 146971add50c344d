/** What a frame may ask for, pixels. */
const LEAST = 80;
const MOST = 4000;

/** The height in a message of version 1 of the frame `id`; null for anything else, which is ignored. */
export function heightTold(data: unknown, id: string): number | null {
  if (typeof data !== 'object' || data === null) return null;
  const told = data as { huimin?: unknown; type?: unknown; id?: unknown; height?: unknown };
  if (told.huimin !== 1 || told.type !== 'height' || told.id !== id) return null;
  const { height } = told;
  return typeof height === 'number' && height >= LEAST && height <= MOST ? height : null;
}
