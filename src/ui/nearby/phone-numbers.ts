/** A number as it is written, and as it is dialled; null where it holds nothing to dial. */
export interface PhoneNumber {
  shown: string;
  href: string | null;
}

/** The fewest digits one rings: 120. */
const FEWEST = 3;
/** Area code, number, extension, as sheets write them: 0437-3123456-801. */
const EXTENDED = /^(0\d{2,3}-\d{7,8})-(\d{1,6})$/;

/** What stands in a phone column, one button for each number: "0437-3123456、13800000000 转 2". */
export function phoneNumbers(text: string): PhoneNumber[] {
  const parts = text
    .normalize('NFKC')
    .split(/[、,;/]|或|\bor\b/)
    .map((part) => part.trim())
    .filter(Boolean);
  const whole: string[] = [];
  for (const part of parts) {
    // "3123456/7" is one number and a hint, not two.
    const short = part.replace(/\D/g, '').length < FEWEST;
    if (short && whole.length) whole[whole.length - 1] += ` / ${part}`;
    else whole.push(part);
  }
  return whole.map((shown) => ({ shown, href: dialled(shown.split(' / ')[0]) }));
}

function dialled(text: string): string | null {
  const [first, extension] = text
    .replace(EXTENDED, '$1转$2')
    .split(/转|分机|ext\.?|\bx(?=\d)/i)
    .map((part) => part.replace(/[^+\d]/g, '').replace(/(?!^)\+/g, ''));
  if (first.replace('+', '').length < FEWEST) return null;
  // A comma is the pause that phones make before the digits of an extension.
  return `tel:${first}${extension ? `,${extension}` : ''}`;
}
