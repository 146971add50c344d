import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const CHARSET = '<meta charset="utf-8" />';

/**
 * What the built pages may do. No script but our files and what the build wrote into the page, no eval.
 * Styles may be written into it: MapLibre, Svelte and the report place things that way. Connections
 * and pictures may go anywhere, since whose basemap and geocoder a deployer or reader chooses is not
 * known when the page is built. Workers are files of ours and keep to the policy of their own
 * answer, which is why the solver's WebAssembly needs no word here.
 */
const POLICY: Record<string, string> = {
  'default-src': "'self'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob: https: http:",
  'connect-src': "'self' data: blob: https: http:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/**
 * The embed asks nobody but its own host. In a sandbox its workers start from addresses of its own
 * making, since a worker must be of the page's origin, and a sandboxed page has none.
 */
export const EMBED_POLICY: Record<string, string> = {
  ...POLICY,
  'worker-src': "'self' data:",
  'img-src': "'self' data: blob:",
  'connect-src': "'self' data: blob:",
};

/** Puts the Content-Security-Policy into a page, before anything it could be about. */
export function withPolicy(html: string, rules = POLICY): string {
  if (!html.includes(CHARSET)) throw new Error(`expected ${CHARSET} in the page`);
  const scripts = [rules['script-src'], ...scriptHashes(html)].join(' ');
  const all = { ...rules, 'script-src': scripts };
  const policy = Object.entries(all).map(([name, value]) => `${name} ${value}`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}" />`;
  return html.replace(CHARSET, `${CHARSET}\n    ${meta}`);
}

/** The scripts that stand in a page, as a policy names them: one that is changed on its way does not run. */
const scriptHashes = (html: string): string[] =>
  [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );

/** For built pages alone: the server of development writes scripts into its own. */
export function contentPolicy(): Plugin {
  return {
    name: 'huimin-content-policy',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: (html) => withPolicy(html) },
  };
}
