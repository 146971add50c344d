import { dirname, join, normalize } from 'node:path/posix';

/** A source file: its path from the root of the project, with slashes, and its text. */
export interface Source {
  path: string;
  text: string;
}

/**
 * Where a file of each room may import from; a room may always import from itself.
 * `data` is the folder of JSON at the root, which anybody but core may read.
 */
const DOWNHILL: Record<string, string[]> = {
  'src/ui': ['src/state', 'src/engine', 'src/data', 'src/core', 'data'],
  'src/state': ['src/engine', 'src/data', 'src/core', 'data'],
  'src/engine': ['src/data', 'src/core', 'data'],
  'src/data': ['src/core', 'data'],
  'src/core': [],
  scripts: ['src/engine', 'src/data', 'src/core', 'data'],
  // What stands in src itself or at the root: the pages' entries and the settings of tools.
  src: ['src/ui', 'src/state', 'src/engine', 'src/data', 'src/core'],
  '.': ['src', 'src/ui', 'src/state', 'src/engine', 'src/data', 'src/core'],
};
const ALLOWED_BESIDES: [from: RegExp, to: RegExp][] = [[/^vite\.config\.ts$/, /^scripts\/serve\//]];

const NO_NAMES = /^(utils?|helpers?|types?|constants?|index)\.(ts|svelte|svelte\.ts)$/;
const MOST_LINES = 300;

/** What core may not name: DOM, Node, clock, randomness, I/O. */
const NOT_IN_CORE =
  /\b(window|document|navigator|localStorage|sessionStorage|indexedDB|self|postMessage|Worker|fetch|XMLHttpRequest|WebSocket|setTimeout|setInterval|requestAnimationFrame|queueMicrotask|process|Buffer|require|Date|performance|console|crypto)\b(?!['"\w])|\bMath\.random\b|['"]node:/;

/** The room a path stands in; null outside of all (tests, data). */
function roomOf(path: string): string | null {
  if (path.startsWith('scripts/')) return 'scripts';
  if (path.startsWith('data/')) return 'data';
  const parts = path.split('/');
  if (parts.length === 1) return '.';
  if (parts[0] !== 'src') return null;
  return parts.length === 2 ? 'src' : `src/${parts[1]}`;
}

/** Every path or package a text imports or exports from, static or dynamic, types included. */
export function importsOf(text: string): string[] {
  const found = withoutComments(text).matchAll(
    /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew\s+URL\s*\(\s*)(['"])([^'"\n]+)\1/g,
  );
  return [...found].map(([, , target]) => target);
}

/** What of the house rules a file breaks, in words; nothing where it keeps them all. */
export function brokenRules({ path, text }: Source): string[] {
  const broken: string[] = [];
  const room = roomOf(path);
  for (const target of importsOf(text)) {
    // A folder is looked up at run time, as the root of the project is; nothing is imported.
    if (target.endsWith('/')) continue;
    if (!target.startsWith('.')) {
      if (room === 'src/core' && target.startsWith('node:')) broken.push(`${path}: ${target}`);
      continue;
    }
    const to = normalize(join(dirname(path), target.replace(/\?.*$/, '')));
    const there = roomOf(to);
    const downhill = room !== null && there !== null && DOWNHILL[room]?.includes(there);
    const besides = ALLOWED_BESIDES.some(([a, b]) => a.test(path) && b.test(to));
    if (room !== there && !downhill && !besides) broken.push(`${path} imports ${to}`);
    if (!/\.[a-z]+$/.test(to)) broken.push(`${path} imports ${target} without an extension`);
  }
  const code = withoutComments(text);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (room === 'src/core') {
    const word = NOT_IN_CORE.exec(code)?.[0];
    if (word) broken.push(`${path}: core knows no ${word}`);
  }
  if (path.startsWith('src/') && NO_NAMES.test(name)) broken.push(`${path}: no such names`);
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (/^(src|scripts)\//.test(path) && lines > MOST_LINES) broken.push(`${path}: ${lines} lines`);
  if (!/\.config\.ts$|\.svelte$/.test(path) && /\bexport\s+default\b|\bas\s+default\b/.test(code)) {
    broken.push(`${path}: default export`);
  }
  return broken;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<![:'"`\w])\/\/[^\n]*/g, '');
}
