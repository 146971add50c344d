/** Whom something on the map is owed to; the licence follows the text. */
export interface Credit {
  text: string;
  licence?: { name: string; href: string };
}

/** What the map says in words, given by the page in the reader's language. */
export interface MapLabels {
  /** Name of the map for screen readers: region, service, minutes. */
  map: string;
  zoomIn: string;
  zoomOut: string;
  /** The button that shows the whole region again. */
  whole: string;
  /** Always on the map, as plain text: its approval, sources with their licence, the data's date. */
  credits: Credit[];
  /** In place of the map where the browser gives no WebGL: what is missing and that all else works. */
  noMap: string;
  /**
   * In an article: a map that leaves scrolling to the page, and says how it is moved, by MapLibre's
   * own names of these texts.
   */
  gestures?: Record<string, string>;
}
