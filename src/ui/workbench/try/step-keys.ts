/** Fields that have an undo of their own. */
const TYPED = 'textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=range])';

/** What a key means for the steps: Ctrl or ⌘ with Z, with Shift and Z, or with Y; null while typing. */
export function stepKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (event.target instanceof Element && event.target.closest(TYPED)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}
