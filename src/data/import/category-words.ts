/**
 * What lists call the kinds of places, by the key of the service they belong to; the first pattern
 * that fits. They are guesses from common usage: every row read by one says so, and a service that
 * is not offered is passed over.
 */
const WORDS: [service: string, pattern: RegExp][] = [
  ['elder_canteen', /(长者|老年|老人|社区|助餐).{0,4}(食堂|餐厅|饭堂|助餐)|助餐点/],
  ['jikang', /吉康|残疾人.{0,6}(之家|日间|托养|照料)|阳光家园|温馨家园/],
  ['elder_care', /养老|敬老|托老|老年|长者|日间照料|幸福院|颐养|康养|护理院/],
  ['charging', /充电/],
  ['kindergarten', /幼儿园|幼教/],
  ['school', /小学|中学|学校|初中|高中|九年一贯/],
  ['ambulance_base', /急救(站|中心|分站|点)|120|救护/],
  ['clinic', /诊所|卫生(室|院|站|所|服务)|门诊|村医/],
  ['hospital', /医院/],
  ['park', /公园|游园|绿地/],
  ['fitness', /健身|球场|体育/],
  ['community_centre', /社区(服务|活动)?中心|党群|文化(站|中心|室)/],
];

/** The service a word most likely stands for, among those offered; null where none fits. */
export function guessService(word: string, offered: readonly { key: string }[]): string | null {
  const found = WORDS.find(
    ([key, pattern]) => pattern.test(word) && offered.some((one) => one.key === key),
  );
  return found?.[0] ?? null;
}
