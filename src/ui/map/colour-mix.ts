type Rgb = [red: number, green: number, blue: number];

/** #RRGGBB → three bytes. */
export function rgb(hex: string): Rgb {
  const n = parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

/** `share` (0 to 1) of the first colour over the second, in sRGB as a translucent layer would be. */
export function mix(over: string, under: string, share: number): string {
  const [a, b] = [rgb(over), rgb(under)];
  const bytes = a.map((byte, i) => Math.round(byte * share + b[i] * (1 - share)));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2 contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** `colour` moved towards `end` in small steps until it contrasts with `ground` by `ratio`. */
export function readable(colour: string, ground: string, end: string, ratio: number): string {
  for (let share = 1; share > 0; share -= 0.05) {
    const moved = mix(colour, end, share);
    if (contrast(moved, ground) >= ratio) return moved;
  }
  return end;
}

function luminance(hex: string): number {
  const [r, g, b] = rgb(hex).map((byte) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
