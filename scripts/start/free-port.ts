import { createServer } from 'node:net';

/** The first port from `from` on that nobody listens on; null when a hundred are taken. */
export async function freePort(from: number): Promise<number | null> {
  for (let port = from; port < Math.min(from + 100, 65536); port++) {
    if (await isFree(port)) return port;
  }
  return null;
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
