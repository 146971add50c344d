import type { ExpressionSpecification } from 'maplibre-gl';

export type Language = 'zh' | 'en';

/** A feature's name in a language: in English its own English name where it has one. */
export function localName(language: Language): ExpressionSpecification {
  const name: ExpressionSpecification = ['coalesce', ['get', 'name'], ''];
  return language === 'en' ? ['coalesce', ['get', 'nameEn'], name] : name;
}
