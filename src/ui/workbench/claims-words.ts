import { entry, inLanguage, many, text, type Language, type Said } from '../shared/phrase.ts';

/** Words of the tab of claims, Chinese first. Numbers come in already formatted. */
const CLAIMS = {
  about: text(
    '公布的数放在地图算出的数旁边：相符、不符，还是无法判断。“覆盖”有四种含义，每条都写明是哪一种、占谁的多少。按清单算，不含“试改”。',
    'Published figures beside what the map computes: they agree, differ, or cannot be told. “Coverage” has four meanings: each claim says which, and of whom. Counted from the list, without any scenario.',
  ),
  filters: text('筛选', 'Filters'),
  place: text('地点', 'Place'),
  here: text('打开的区域', 'The open region'),
  everywhere: text('全部', 'All'),
  meaning: text('含义', 'Meaning'),
  meaning_reach: text('到达：限时内到得了的人', 'Reach: people by travel time'),
  meaning_equipped: text('已配：已配的小区', 'Equipped: estates that have it'),
  meaning_units: text('单元：有一处的行政单元', 'Units: administrative units with one'),
  meaning_enrolled: text('登记：签约、登记的人', 'Enrolled: people signed up'),
  meaning_number: text('数目（不是覆盖）', 'A number (no coverage)'),
  verdict: text('结论', 'Verdict'),
  agrees: text('相符', 'Agrees'),
  differs: text('不符', 'Differs'),
  cannot_tell: text('无法判断', 'Cannot tell'),
  testable: text('能否核对', 'Testable'),
  testable_map: text('可用地图', 'By the map'),
  testable_register: text('要查登记', 'By a register'),
  testable_no: text('都不能', 'Not at all'),
  all: text('全部', 'All'),
  noService: text('其他事项', 'Other matters'),
  tally: entry(
    (n: string, agrees: string, differs: string, not: string) =>
      `${n} 条：相符 ${agrees}，不符 ${differs}，无法判断 ${not}`,
    (n: string, agrees: string, differs: string, not: string) =>
      `${many(n, 'claim', 'claims')}: ${agrees} agree, ${differs} differ, ${not} cannot be told`,
  ),
  none: text(
    '没有这样的说法。可以换一个地点，或在下面添加自己的。',
    'There is no such claim. Choose another place, or add your own below.',
  ),
  computing: text('正在核对…', 'Comparing…'),
  broke: text('核对出错了，请再试一次。', 'The comparison failed. Try again.'),
  published: text('公布', 'Published'),
  computed: text('算出', 'Computed'),
  may: text('可能', 'May be'),
  nothing: text('没有', 'none'),
  upTo: entry(
    (high: string) => `至多 ${high}`,
    (high: string) => `at most ${high}`,
  ),
  of: entry(
    (count: string, whom: string) => `分母：${whom} ${count}`,
    (count: string, whom: string) => `Of ${count} ${whom}`,
  ),
  dated: entry(
    (date: string) => `数据 ${date}`,
    (date: string) => `data of ${date}`,
  ),
  saidOf: entry(
    (whom: string) => `报道说的是占${whom}的多少。`,
    (whom: string) => `The report speaks of a share of ${whom}.`,
  ),
  saidOfNobody: text('报道没有说占谁的。', 'The report does not say of whom.'),
  sourced: entry(
    (source: string) => `来源：${source}。`,
    (source: string) => `Source: ${source}.`,
  ),
  missing: entry(
    (what: string) => `缺：${what}`,
    (what: string) => `Missing: ${what}`,
  ),
  steps: text('怎么算的', 'The arithmetic'),
  show: text('在地图上看', 'Show on the map'),
  shown: entry(
    (figure: string) => `地图和上面的数已按“${figure}”设置。`,
    (figure: string) => `Map and figures are set to “${figure}”.`,
  ),
  sharpen: text('算这么多处的上界', 'Bound what so many sites can do'),
  sharpening: entry(
    (share: string) => `正在算：至多 ${share}。停下`,
    (share: string) => `At most ${share} so far. Stop`,
  ),
  remove: text('删除', 'Remove'),
  own: text('自己的说法', 'Claims of your own'),
  ownWhy: text(
    '随项目保存，也随项目文件走。',
    'They are kept with the project and travel in its file.',
  ),
  figure: text('说法（原话）', 'The claim, in words'),
  service: text('服务', 'Service'),
  percent: text('比例（%，或“全”）', 'Share (%, or “full”)'),
  count: text('数量（处、人）', 'Number (sites, people)'),
  minutes: text('分钟（如 10–15）', 'Minutes (as in 10–15)'),
  profile: text('怎么去', 'How'),
  ownProfile: text('按服务', 'As the service'),
  year: text('年份', 'Year'),
  source: text('来源', 'Source'),
  whose: text('占谁的', 'Of whom'),
  add: text('添加', 'Add'),
  added: entry(
    (figure: string) => `已添加“${figure}”。`,
    (figure: string) => `“${figure}” was added.`,
  ),
  file: text('或读入 CSV', 'Or a CSV'),
  columns: text(
    '列：说法、含义、服务、比例、数量、分钟、怎么去、年份、来源、分母；前两列和年份必有。',
    'Columns: figure, meaning, service, percent, count, minutes, profile, year, source, of; the first two and year are needed.',
  ),
  taken: entry(
    (taken: string, not: string) => `采用 ${taken} 行，没有采用 ${not} 行。`,
    (taken: string, not: string) => `${many(taken, 'row', 'rows')} taken, ${not} not.`,
  ),
  line: entry(
    (line: string, why: string) => `第 ${line} 行：${why}`,
    (line: string, why: string) => `Line ${line}: ${why}`,
  ),
} as const;

export type ClaimsWords = Said<typeof CLAIMS>;

/** These words in one language. */
export const claimsWordsIn = (language: Language): ClaimsWords => inLanguage(CLAIMS, language);
