import { parseDeployer, type Deployer } from '../data/deployer.ts';
import type { Rejection } from '../data/fault.ts';

/** What the host says of itself; nothing where it says nothing, which is the usual case. */
export async function readDeployer(
  url: string,
): Promise<{ deployer: Deployer; rejected: Rejection[] }> {
  let text: string;
  try {
    const response = await fetch(url, { cache: 'no-cache' });
    // A host that answers every address with its own page has nothing to say there either.
    const none = !response.ok || response.headers.get('content-type')?.includes('text/html');
    if (none) return { deployer: {}, rejected: [] };
    text = await response.text();
  } catch {
    return { deployer: {}, rejected: [] };
  }
  let json: unknown = text;
  try {
    // Editors of Windows begin a file with the mark of its byte order.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Not JSON: named as it stands.
  }
  return parseDeployer(json);
}

/** What this page's own host says of itself. */
export const ownDeployer = () =>
  readDeployer(new URL('tiles/deployer.json', document.baseURI).href);
