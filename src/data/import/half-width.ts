/** Full-width digits, letters and signs (１２．５) as ASCII, and the wide space as a space. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000\u2212]/g, (char) =>
    char === '\u3000'
      ? ' '
      : char === '\u2212'
        ? '-'
        : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

/**
 * Characters that are not seen and change how a text reads or compares: zero-width ones, marks of
 * direction (a name could be shown backwards), and control characters but tab and line break.
 */
const UNSEEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\u206A-\u206F\u3164\uFEFF\uFFF9-\uFFFB]/g;

/** The text without characters nobody can see, and without halves of characters. */
export function seenText(text: string): string {
  return text.replace(UNSEEN, '').replace(LONE, '\uFFFD');
}

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
