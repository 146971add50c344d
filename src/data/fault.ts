/** The same sentence in both languages of the catalogue; neither may be missing. */
export interface Text {
  zh: string;
  en: string;
}

/**
 * A fault of the user's input: says what was got, what was expected and what to do.
 * Anything else that is thrown is a fault of ours and may blow up.
 */
export class Fault extends Error {
  constructor(
    readonly code: string,
    readonly text: Text,
  ) {
    super(text.en);
    this.name = 'Fault';
  }
}

/** One row that was not taken, and why. Rows accepted + rejected = rows of the file. */
export interface Rejection {
  /** 1-based line of a text file, or 1-based feature of a GeoJSON collection. */
  line: number;
  code: string;
  /** What stood there, cut to 80 characters. */
  value: string;
  text: Text;
}

/** What every parser returns: nothing is dropped in silence. */
export interface Parsed<T> {
  rows: T[];
  rejected: Rejection[];
}
