import { escapeXml } from '../export/escape-xml.ts';
import { PRINT, printBand } from '../export/print-colours.ts';
import type { EmbedSentences } from './embed-sentences.ts';
import type { FrozenView } from './frozen-view.ts';

/** One piece of the bar: people within a limit who are not within the one before, or the rest. */
export interface BarPiece {
  /** Null for whoever is beyond the last limit. */
  minutes: number | null;
  people: number;
  /** Where it begins and how wide it is, 0 … 1 of the denominator. */
  from: number;
  width: number;
  /** #RRGGBB on paper. */
  colour: string;
  /** Told apart without colour: a mark of its own for each. */
  pattern: Pattern;
}

const PATTERNS = ['plain', 'dots', 'lines', 'crosses', 'slants'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** The bar of a view: its pieces are everybody. */
export function barPieces({ rule, figures }: FrozenView): BarPiece[] {
  const all = figures.people;
  const ends = [...figures.covered, all];
  return ends.map((end, k) => {
    const start = k ? ends[k - 1] : 0;
    const minutes = k < rule.minutes.length ? rule.minutes[k] : null;
    // Sums of fractions may differ in their last bits.
    const people = Math.max(0, end - start);
    return {
      minutes,
      people,
      from: all ? start / all : 0,
      width: all ? people / all : 0,
      colour: minutes === null ? PRINT.gapTint : printBand(minutes),
      pattern: minutes === null ? 'slants' : PATTERNS[k % (PATTERNS.length - 1)],
    };
  });
}

/** Drawn in a cell of 8 × 8; `currentColor` is the ink of the piece's class. */
const DRAWN: Record<Pattern, string> = {
  plain: '',
  dots: '<circle cx="2" cy="2" r="1.3"/><circle cx="6" cy="6" r="1.3"/>',
  lines: '<rect y="3" width="8" height="1.6"/>',
  crosses: '<path d="M3.3 1h1.4v6h-1.4zM1 3.3h6v1.4h-6z"/>',
  slants: '<path d="M-1 9L9 -1M-1 1L1 -1M7 9L9 7" stroke="currentColor" stroke-width="1.6"/>',
};

/**
 * The bar as SVG, as wide as it is given room and `height` pixels high: nothing in it is stretched,
 * and no text, which stands in the table beside it. Classes `bar-…` let a page recolour it; ids
 * begin with `prefix`.
 */
export function numberBar(
  view: FrozenView,
  said: EmbedSentences,
  height = 28,
  prefix = 'bar',
): string {
  const pieces = barPieces(view);
  const percent = (share: number) => `${Math.round(share * 1e5) / 1e3}%`;
  const body = pieces.map((piece, k) => {
    const at = `x="${percent(piece.from)}" width="${percent(piece.width)}" height="${height}"`;
    return `<rect ${at} fill="${piece.colour}" class="bar-${bandClass(piece)}"/><rect ${at} fill="url(#${prefix}-${k})"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="${height}" role="img" aria-label="${escapeXml(barLabel(said))}" class="bar"><defs>${patterns(pieces, prefix)}</defs>${body.join('')}<rect x="0.5" y="0.5" width="100%" height="${height - 1}" fill="none" stroke="${PRINT.boundary}" class="bar-edge"/></svg>`;
}

/** The mark of piece `k` beside its row of the table, 26 × 18. */
export function barSwatch(view: FrozenView, k: number, prefix = 'swatch'): string {
  const piece = barPieces(view)[k];
  const size = 'width="25" height="17" x="0.5" y="0.5"';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="26" height="18" aria-hidden="true" class="swatch"><defs>${patterns([piece], `${prefix}${k}`)}</defs><rect ${size} fill="${piece.colour}" class="bar-${bandClass(piece)}"/><rect ${size} fill="url(#${prefix}${k}-0)" stroke="${PRINT.boundary}" class="bar-edge"/></svg>`;
}

function bandClass({ minutes }: BarPiece): string {
  if (minutes === null) return 'beyond';
  return String(PRINT.bands.indexOf(printBand(minutes)));
}

function patterns(pieces: BarPiece[], prefix: string): string {
  return pieces
    .map(
      ({ pattern, minutes }, k) =>
        `<pattern id="${prefix}-${k}" width="8" height="8" patternUnits="userSpaceOnUse"><g fill="currentColor" color="${minutes === null ? PRINT.gap : PRINT.ink}">${DRAWN[pattern]}</g></pattern>`,
    )
    .join('');
}

const barLabel = ({ headline, share, ofPeople }: EmbedSentences) =>
  `${headline} ${share} (${ofPeople})`;
