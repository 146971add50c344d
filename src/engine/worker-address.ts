/**
 * The address a worker can be started from. A page in a sandbox has no origin, so that no file is of
 * its own; a module written into an address is nobody's, and may import the file where its host lets
 * strangers. (Chromium starts no module from a blob there.)
 */
export function workerAddress(url: string): string {
  if (self.origin !== 'null') return url;
  const code = `import ${JSON.stringify(new URL(url, location.href).href)};`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
