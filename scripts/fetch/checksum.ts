import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { USER_AGENT } from './user-agent.ts';

/** The MD5 that a server publishes beside a file as `<url>.md5` (Geofabrik's way); null where it does not. */
export async function publishedMd5(url: string, stallSeconds: number): Promise<string | null> {
  try {
    const response = await fetch(`${url}.md5`, {
      headers: { 'user-agent': USER_AGENT },
      signal: AbortSignal.timeout(stallSeconds * 1000),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    return /^([0-9a-f]{32})(\s|$)/i.exec(await response.text())?.[1].toLowerCase() ?? null;
  } catch {
    // The file itself came: that no checksum did is told, and its own checks remain.
    return null;
  }
}

export async function md5Of(path: string): Promise<string> {
  const hash = createHash('md5');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
