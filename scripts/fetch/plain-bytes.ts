/** "512 B", "3.4 kB", "118.0 MB": for people's eyes. */
export function plainBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB'];
  let value = bytes / 1000;
  let unit = 0;
  for (; value >= 1000 && unit < 2; unit++) value /= 1000;
  return `${value.toFixed(1)} ${units[unit]}`;
}
