import type { ExpressionSpecification } from 'maplibre-gl';

export type Language = 'zh' | 'en';

/**
 * A feature's name in a language: in English its own English name where it has one. `english` is
 * the attribute that has it: `name_en` in tiles, `nameEn` in our own features.
 */
export function localName(
  language: Language,
  english: 'name_en' | 'nameEn' = 'name_en',
): ExpressionSpecification {
  const name: ExpressionSpecification = ['coalesce', ['get', 'name'], ''];
  return language === 'en' ? ['coalesce', ['get', english], name] : name;
}
