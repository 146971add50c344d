/** An address that the page can read; whoever asked for it retires it. */
export function objectUrl(json: string): string {
  return URL.createObjectURL(new Blob([json], { type: 'application/json' }));
}

/** The map begins to read an address when its worker has time, which may be later. Milliseconds. */
const READ_BY = 10_000;

/** Frees what an address holds that nothing will be given any more, once a map has surely read it. */
export function retireUrl(url: string | null | undefined): null {
  if (url) setTimeout(() => URL.revokeObjectURL(url), READ_BY);
  return null;
}
