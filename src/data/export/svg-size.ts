/** Size of a picture of our own drawing, in its own units; a whole number of them. */
export function svgSize(svg: string): { width: number; height: number } {
  const [, width, height] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
  return { width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
}
