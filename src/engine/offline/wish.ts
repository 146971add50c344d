/** What a page asks of the service worker; `keep` is answered with a KeepAnswer at the port sent along. */
export type Wish = { do: 'keep'; region: string; basemap: boolean } | { do: 'take-over' };
