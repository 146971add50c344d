import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeployer } from '../../../src/data/deployer.ts';
import { mailLink } from '../../../src/ui/nearby/mail-link.ts';

const office = { zh: '某区民政局', en: 'Civil Affairs', mail: 'min.zheng+q@mz.example.gov.cn' };

describe('tiles/deployer.json', () => {
  it('is taken as it stands where it is sound', () => {
    const json = { office: { ...office, phone: '0437-3123456' }, approval: 'GS(2024)0650号' };
    expect(parseDeployer(json)).toEqual({ deployer: json, rejected: [] });
  });

  it('may say nothing', () => {
    expect(parseDeployer({})).toEqual({ deployer: {}, rejected: [] });
  });

  it('with a name in Chinese alone uses it in both languages', () => {
    expect(parseDeployer({ office: { zh: '某区民政局' } }).deployer.office).toEqual({
      zh: '某区民政局',
      en: '某区民政局',
    });
  });

  it.each([
    ['no object', [], ''],
    ['not JSON', 'office: me', ''],
    ['an office that is a name', { office: '民政局' }, 'office'],
    ['an office without a name', { office: { phone: '12345' } }, 'office.zh'],
    ['a name that is a number', { office: { zh: 7 } }, 'office.zh'],
    ['a phone without digits', { office: { ...office, phone: '总机' } }, 'office.phone'],
    ['an approval of 201 characters', { approval: 'x'.repeat(201) }, 'approval'],
    ['an empty approval', { approval: ' ' }, 'approval'],
    ['a member misspelt', { aproval: 'GS' }, 'aproval'],
    ['a member of the office misspelt', { office: { ...office, email: 'a@b.cn' } }, 'office.email'],
  ])('%s is named, once', (_, json, member) => {
    const { rejected } = parseDeployer(json);
    expect(rejected.map(({ text }) => text.en.split(':')[0])).toEqual([
      `tiles/deployer.json${member && ` ${member}`}`,
    ]);
  });

  it('keeps what is sound beside what is not', () => {
    const { deployer, rejected } = parseDeployer({ office, approval: 5 });
    expect(deployer).toEqual({ office });
    expect(rejected[0].text.zh).toBe(
      'tiles/deployer.json approval：现为 5，应为1 到 200 个字符的文字。',
    );
  });

  it('takes out what turns or hides text', () => {
    const { deployer } = parseDeployer({ office: { zh: '民政\u202e局\n', en: 'A' } });
    expect(deployer.office!.zh).toBe('民政 局');
  });

  it.each([
    'a@b.cn?bcc=x@y.cn',
    'a@b.cn&cc=x@y.cn',
    'a@b.cn,x@y.cn',
    'a@b.cn;x@y.cn',
    'a%0d%0ab@c.cn',
    'a@b.cn\r\nBcc: x@y.cn',
    'Office <a@b.cn>',
    'mailto:a@b.cn',
    'javascript:alert(1)//@b.cn',
    'a@b',
    '@b.cn',
    'a@',
    'a..b@c.cn',
    '.a@c.cn',
    'a@-b.cn',
    'a b@c.cn',
    'a@b.c',
    `${'a'.repeat(65)}@b.cn`,
  ])('no mail address: %j', (mail) => {
    const { deployer, rejected } = parseDeployer({ office: { ...office, mail } });
    expect(deployer.office).toEqual({ zh: office.zh, en: office.en });
    expect(rejected).toHaveLength(1);
  });
});

describe('a mail to the office', () => {
  it('is one address, a subject and a body', () => {
    expect(mailLink('min.zheng+q@mz.cn', '错了 & more', 'a=1\n第二行')).toBe(
      'mailto:min.zheng%2Bq@mz.cn?subject=%E9%94%99%E4%BA%86%20%26%20more' +
        '&body=a%3D1%0D%0A%E7%AC%AC%E4%BA%8C%E8%A1%8C',
    );
  });

  // Whatever a name in a sheet holds, it neither adds a recipient nor a header, and comes out again.
  it('carries any text and nothing but the text', () => {
    // Halves of surrogate pairs and all. (The library's own of this kind takes seconds to make.)
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 40 }),
        fc.string({ unit, maxLength: 40 }),
        (subject, body) => {
          const url = new URL(mailLink('a@b.cn', subject, body));
          expect([url.protocol, url.pathname, url.hash]).toEqual(['mailto:', 'a@b.cn', '']);
          expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
          expect(url.searchParams.get('subject')).not.toMatch(/[\r\n\0]/);
          expect(url.searchParams.get('body')).toBe(
            body.replace(/\r\n|[\n\r\u2028\u2029]/g, '\r\n').replace(/\p{Cs}/gu, '\uFFFD'),
          );
        },
      ),
    );
    expect(mailLink('a@b.cn', '\ud83d', 'x\udc00')).toContain('%EF%BF%BD');
  });
});
