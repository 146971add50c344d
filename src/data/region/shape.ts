/**
 * Returns the value as what it was found to be. Throws Misfit. Every page loads this before a region
 * is open: a library of checks weighed 1.6 kB of gzip more.
 */
export type Shape<T> = (value: unknown, path: string) => T;

/** Where a value is not what it should be. */
export class Misfit extends Error {
  constructor(
    /** "bundle.bytes"; empty for the whole. */
    readonly path: string,
    readonly expected: string,
    /** What was there instead, shortened. */
    readonly received: string,
  ) {
    super(`${path}: expected ${expected}, got ${received}`);
  }
}

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shape<T>(expected: string, fits: (value: unknown) => boolean): Shape<T> {
  return (value, path) => {
    if (fits(value)) return value as T;
    const received = (JSON.stringify(value) ?? 'undefined').slice(0, 60);
    throw new Misfit(path, expected, received);
  };
}

export const text = shape<string>('string', (value) => typeof value === 'string');
export const number = shape<number>('number', (value) => typeof value === 'number');
export const truth = shape<boolean>('boolean', (value) => typeof value === 'boolean');
const object = shape<object>('object', isObject);
const array = shape<unknown[]>('array', Array.isArray);

export const oneOf = <const T extends string>(...words: T[]): Shape<T> =>
  shape(words.map((word) => `"${word}"`).join(' | '), (value) => words.includes(value as T));

export const nullable =
  <T>(inner: Shape<T>): Shape<T | null> =>
  (value, path) =>
    value === null ? null : inner(value, path);

export const optional =
  <T>(inner: Shape<T>): Shape<T | undefined> =>
  (value, path) =>
    value === undefined ? undefined : inner(value, path);

export const list =
  <T>(inner: Shape<T>): Shape<T[]> =>
  (value, path) => {
    array(value, path).forEach((item, k) => inner(item, below(path, k)));
    return value as T[];
  };

export const tuple =
  <const S extends readonly Shape<unknown>[]>(
    ...inner: S
  ): Shape<{ -readonly [K in keyof S]: ReturnType<S[K]> }> =>
  (value, path) => {
    const items = array(value, path);
    inner.forEach((each, k) => each(items[k], below(path, k)));
    return value as { -readonly [K in keyof S]: ReturnType<S[K]> };
  };

export const record =
  <T>(inner: Shape<T>): Shape<Record<string, T>> =>
  (value, path) => {
    for (const [key, item] of Object.entries(object(value, path))) inner(item, below(path, key));
    return value as Record<string, T>;
  };

type Members = Record<string, Shape<unknown>>;
type Missable<M extends Members> = {
  [K in keyof M]: undefined extends ReturnType<M[K]> ? K : never;
}[keyof M];
/** Members that may be undefined may be missing. */
type Whole<M extends Members> = { [K in Exclude<keyof M, Missable<M>>]: ReturnType<M[K]> } & {
  [K in Missable<M>]?: ReturnType<M[K]>;
};

/** Members besides these are let be: a later version may know what they are for. */
export const members =
  <M extends Members>(shapes: M): Shape<{ [K in keyof Whole<M>]: Whole<M>[K] }> =>
  (value, path) => {
    const found = object(value, path) as Record<string, unknown>;
    for (const key in shapes) shapes[key](found[key], below(path, key));
    return value as { [K in keyof Whole<M>]: Whole<M>[K] };
  };

const below = (path: string, key: string | number) => (path ? `${path}.${key}` : String(key));
