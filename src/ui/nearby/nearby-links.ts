// Addresses that are shared and posted. None ever holds where somebody is.

/** `page` is any address of the page; what it asks and points at is not carried over. */
export function facilityLink(page: string, region: string, facility: string): string {
  return link(page, { region, facility });
}

/** The nearest places of a service seen from an estate: what hangs at its gate. */
export function estateLink(page: string, region: string, at: string, service: string): string {
  return link(page, { region, at, service });
}

function link(page: string, asked: Record<string, string>): string {
  const url = new URL(page);
  url.hash = '';
  url.search = new URLSearchParams({ page: 'nearby', ...asked }).toString();
  return url.href;
}
