/** How the words of a sheet are set: their letters' share of the usual size, and the most characters of one text. */
interface Setting {
  share: number;
  most: number;
}

/**
 * Tried one after another until the sheet is one page. Letters shrink first, to 3.47 mm for the
 * facts; only then is text cut, which is said where it is.
 */
export const SETTINGS: readonly Setting[] = [
  ...[1, 0.9, 0.8, 0.7, 0.62].map((share) => ({ share, most: Infinity })),
  ...[300, 200, 120, 60, 30].map((most) => ({ share: 0.62, most })),
];

/** Less than the page by a hair, as the printed sheet is. CSS pixels. */
const PAGE = (296 * 96) / 25.4;

/** Whether a sheet is no longer than a page when printed, with a sketch on it that can be read. */
export function fitsPaper(sheet: HTMLElement): boolean {
  const copy = sheet.cloneNode(true) as HTMLElement;
  copy.style.cssText += `position: absolute; visibility: hidden; border: 0; width: 210mm;
    min-height: 0; --mm: 1mm; --least: 1px`;
  const sketch = copy.querySelector<HTMLElement>('[data-yields]')!;
  sketch.replaceChildren();
  // Drawn smaller, its letters are smaller too.
  sketch.style.minHeight = '75mm';
  // Outside of whatever makes it narrower on a screen.
  document.body.append(copy);
  const { height } = copy.getBoundingClientRect();
  copy.remove();
  return height <= PAGE;
}
