/** Takes whoever came to a screen that was still being fetched to its heading; nobody who is busy elsewhere. */
export function takeFocus(heading: HTMLElement): void {
  if (document.activeElement === document.body) heading.focus({ preventScroll: true });
}
