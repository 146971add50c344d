import type { Rejection, Text } from './fault.ts';

/** Whom residents write or ring when something on the page is wrong. */
export interface Office extends Text {
  /** One plain address; nothing else may get into a mailto: link through it. */
  mail?: string;
  phone?: string;
}

/** tiles/deployer.json: what only whoever puts the page on a host can know. All of it may be absent. */
export interface Deployer {
  office?: Office;
  /** 审图号 of the page's own basemap; without it the map is 示意图. */
  approval?: string;
}

const LONGEST = 200;
/** A dot-atom of RFC 5322 less the characters that mean something in a mailto: link, at a host by name. */
const MAIL =
  /^(?=.{3,254}$)[\w+-]{1,64}(?:\.[\w+-]{1,64})*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}$/i;

const WORDS: Text = { zh: '1 到 200 个字符的文字', en: 'text of 1 to 200 characters' };
const OBJECT: Text = { zh: '一个对象', en: 'an object' };
const ADDRESS: Text = {
  zh: '一个邮箱地址，如 minzheng@example.org',
  en: 'one mail address as in office@example.org',
};
const PHONE: Text = { zh: '含数字的电话号码', en: 'a phone number, with digits' };
const KNOWN: Text = {
  zh: 'office（zh、en、mail、phone）和 approval 之外没有别的',
  en: 'nothing besides office (zh, en, mail, phone) and approval',
};

/**
 * The value of tiles/deployer.json. Members that are not what they should be are left out and named
 * in `rejected`, the rest is taken. Checked by hand: a phone loads it before its first list.
 */
export function parseDeployer(json: unknown): { deployer: Deployer; rejected: Rejection[] } {
  const rejected: Rejection[] = [];
  const deployer: Deployer = {};
  const refuse = (member: string, got: unknown, expected: Text): undefined => {
    const value = (JSON.stringify(got) ?? '∅').slice(0, 80);
    const where = `tiles/deployer.json${member && ` ${member}`}`;
    rejected.push({
      line: 0,
      code: 'deployer',
      value,
      text: {
        zh: `${where}：现为 ${value}，应为${expected.zh}。`,
        en: `${where}: got ${value}; expected ${expected.en}.`,
      },
    });
  };
  const take = (
    member: string,
    got: unknown,
    expected: Text,
    fits: (text: string) => boolean = () => true,
  ) => {
    if (got === undefined) return undefined;
    const said = typeof got === 'string' ? plain(got) : '';
    const sound = said.length > 0 && said.length <= LONGEST && fits(said);
    return sound ? said : refuse(member, got, expected);
  };
  if (!isObject(json)) {
    refuse('', json, OBJECT);
    return { deployer, rejected };
  }
  const { office, approval, ...others } = json;
  const number = take('approval', approval, WORDS);
  if (number) deployer.approval = number;
  if (isObject(office)) {
    const { zh, en, mail, phone, ...more } = office;
    Object.assign(others, prefixed(more));
    // In one language it is still the office's name, and better than none.
    const chinese = take('office.zh', zh, WORDS);
    const english = take('office.en', en, WORDS);
    const name = chinese ?? english;
    const to = take('office.mail', mail, ADDRESS, (text) => MAIL.test(text));
    const ring = take('office.phone', phone, PHONE, (text) => /\d{3}/.test(text));
    if (name) {
      deployer.office = { zh: name, en: english ?? name };
      if (to) deployer.office.mail = to;
      if (ring) deployer.office.phone = ring;
    } else if (zh === undefined && en === undefined) refuse('office.zh', zh, WORDS);
  } else if (office !== undefined) refuse('office', office, OBJECT);
  for (const [member, got] of Object.entries(others)) refuse(member.slice(0, 60), got, KNOWN);
  return { deployer, rejected };
}

/** On one line, and without what turns or hides text. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function prefixed(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).map(([key, value]) => [`office.${key}`, value]),
  );
}
