/** How wide a text is, in times its size: Chinese characters are square, others about half as wide. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text)
    width += /[\u2e80-\uffdc]/.test(char) ? 1 : /[A-Z%–]/.test(char) ? 0.68 : 0.54;
  return width;
}

/** What may not begin a line of Chinese. */
const CLOSING = /^[，。；：、）”》！？]/;

/** Breaks a text into lines at most `width` times its size wide: between Chinese characters, and at spaces. */
export function breakLines(text: string, width: number): string[] {
  const pieces =
    text.match(/[\u2e80-\uffdc][，。；：、）”》！？]*|[^\s\u2e80-\uffdc]+\s*|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line && textWidth(line + piece.trimEnd()) > width && !CLOSING.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}
