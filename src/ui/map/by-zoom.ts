import type { ExpressionSpecification } from 'maplibre-gl';

type Stop = number | string | ExpressionSpecification;

/** A value that grows steadily between stops of zoom: zoom, value, zoom, value … */
export function byZoom(...stops: Stop[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification;
}

/** The same for widths, which should grow as the ground does. */
export function asGround(base: number, ...stops: Stop[]): ExpressionSpecification {
  return ['interpolate', ['exponential', base], ['zoom'], ...stops] as ExpressionSpecification;
}

/** A value of its own for each of some words of an attribute, and one for all others. */
export function byWord<T extends Stop>(
  attribute: string,
  cases: readonly (readonly [words: string | readonly string[], value: T])[],
  other: T,
): ExpressionSpecification {
  return [
    'match',
    ['get', attribute],
    ...cases.flatMap(([words, value]) => [words, value]),
    other,
  ] as unknown as ExpressionSpecification;
}

/** True where an attribute is one of some words. */
export function isOneOf(attribute: string, words: readonly string[]): ExpressionSpecification {
  return ['in', ['get', attribute], ['literal', [...words]]];
}
