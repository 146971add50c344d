import type { Claim } from '../../src/data/claims.ts';
import type { Text } from '../../src/data/fault.ts';
import type { ClaimGround } from '../../src/engine/claims/claim-ground.ts';
import type { ClaimResult, Denominator } from '../../src/engine/claims/claim-result.ts';
import { MEANING_NAMES, VERDICT_NAMES } from '../../src/engine/claims/claim-names.ts';
import type { Listing } from './output.ts';
import { inOwnLanguage } from './own-language.ts';

/** One claim as the command's JSON has it; the keys are described in data/README.md and stay. */
export function claimRow(result: ClaimResult) {
  const { id, meaning, published, computed, low, high, verdict, missing, denominator } = result;
  const data_date = result.dataDate;
  return { id, meaning, published, computed, low, high, verdict, missing, denominator, data_date };
}

/** The same as a table with its claims' words. */
export function claimListing(claims: Claim[], results: ClaimResult[]): Listing {
  const said = (text: Text | null | undefined) => (text ? inOwnLanguage(text) : null);
  return {
    columns: [
      'id',
      'place',
      'figure',
      'meaning',
      'published',
      'computed',
      'low',
      'high',
      'verdict',
      'missing',
      'denominator',
      'denominator_of',
      'data_date',
      'year',
      'source',
      'invented',
    ],
    rows: results.map((result, k) => {
      const { place, figure, year, source, invented } = claims[k];
      const { id, meaning, published, computed, low, high, verdict, denominator, dataDate } =
        result;
      return [
        id,
        said(place),
        said(figure),
        meaning,
        published,
        computed,
        low,
        high,
        verdict,
        said(result.missing),
        denominator?.count ?? null,
        said(denominator?.of),
        dataDate,
        year,
        said(source),
        invented ? '示例数据' : null,
      ];
    }),
  };
}

/** For people: each claim, its verdict and the arithmetic line by line; then how many of each. */
export function claimSentences(
  claims: Claim[],
  results: ClaimResult[],
  { name, data_date, invented }: ClaimGround['about'],
): string {
  const say = (zh: string, en: string) => inOwnLanguage({ zh, en });
  const title =
    `${name}${invented ? say('（示例数据）', ' (invented sample data)') : ''}` +
    say(
      `，数据 ${data_date?.slice(0, 10) ?? '日期不明'}`,
      `, data of ${data_date?.slice(0, 10) ?? 'no known date'}`,
    );
  if (!claims.length) {
    return `${title}\n${say('说法表里没有关于这里的说法；可用 --claim 指定编号，或用 --claims 给出自己的。', 'The register has no claims about this place; name one with --claim, or give your own with --claims.')}\n`;
  }
  const blocks = results.map((result, k) => {
    const { figure, topic, place, year, source, invented: made } = claims[k];
    const { verdict, missing, steps, denominator, meaning } = result;
    return [
      `${result.id}  ${inOwnLanguage(place)} · ${inOwnLanguage(topic)}${say('：', ': ')}${inOwnLanguage(figure)}${made ? say('（示例数据）', ' (invented)') : ''}`,
      `  ${say('含义：', 'meaning: ')}${inOwnLanguage(MEANING_NAMES[meaning])} · ${inOwnLanguage(source)}${say('，', ', ')}${year}`,
      `  → ${inOwnLanguage(VERDICT_NAMES[verdict])}${missing ? `${say('，缺：', ', missing: ')}${inOwnLanguage(missing)}` : ''}`,
      ...(denominator ? [`  ${denominatorOf(denominator)}`] : []),
      ...steps.map((step) => `  - ${inOwnLanguage(step)}`),
    ].join('\n');
  });
  const tally = (['agrees', 'differs', 'cannot_tell'] as const)
    .map((verdict) => {
      const count = results.filter((result) => result.verdict === verdict).length;
      return `${inOwnLanguage(VERDICT_NAMES[verdict])} ${count}`;
    })
    .join(' · ');
  return `${title}\n\n${blocks.join('\n\n')}\n\n${tally}\n`;
}

const denominatorOf = ({ count, of }: Denominator) =>
  inOwnLanguage({ zh: `分母：${of.zh} ${count}`, en: `denominator: ${count} ${of.en}` });
