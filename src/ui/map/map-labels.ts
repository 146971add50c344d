/** What the map says in words, given by the page in the reader's language. */
export interface MapLabels {
  /** Name of the map for screen readers: region, service, minutes. */
  map: string;
  zoomIn: string;
  zoomOut: string;
  /** The button that shows the whole region again. */
  whole: string;
  /** Stands on the map, plain text: © OpenStreetMap contributors (ODbL) · date, or 示例数据. */
  attribution: string;
  /** In place of the map where the browser gives no WebGL: what is missing and that all else works. */
  noMap: string;
}
