import type { Page } from '@playwright/test';
import { encodeNearby } from '../../src/data/region/encode-nearby.ts';
import { NAME_LIMIT, TEXT_LIMIT } from '../../src/data/tables/text-cell.ts';
import { ELDER, expectGood, PLAIN } from './fixtures/good-screen.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { region } from './fixtures/sample-city.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const estate = region.estates!.find(({ name }) => name === '文昌楼院')!;
const place = region.facilities.find(
  ({ service, status, phone, price }) =>
    service === 'clinic' && status === 'open' && phone && price,
)!;
const office = { zh: '某区卫健局', en: 'Health Bureau', mail: 'wjj@example.gov.cn' };

/** Pages of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

/** Opens the page on a region in which the place has these words. */
async function sayOf(page: Page, words: Partial<typeof place>): Promise<void> {
  const facilities = region.facilities.map((each) =>
    each.id === place.id ? { ...each, ...words } : each,
  );
  const body = Buffer.from(encodeNearby({ ...region, facilities }, () => ''));
  await page.route('**/tiles/sample/nearby-*.bin', (route) => route.fulfill({ body }));
}

/** What is printed: the pages, how much of the sheet is not on it, and the least letters, in millimetres. */
async function printed(page: Page) {
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  await page.emulateMedia({ media: 'print' });
  const paper = await page.getByTestId('notice').evaluate((sheet) => {
    const size = (selector: string) =>
      parseFloat(getComputedStyle(sheet.querySelector(selector)!).fontSize) * (25.4 / 96);
    const height = (selector: string) =>
      sheet.querySelector(selector)!.getBoundingClientRect().height * (25.4 / 96);
    return {
      lost: sheet.scrollHeight - sheet.clientHeight,
      letters: size('dd'),
      sketch: height('[data-yields]'),
      code: height('[data-testid=qr]'),
    };
  });
  await page.emulateMedia({ media: 'screen' });
  return { pages, ...paper };
}

test('a place by its link: all that is known, a mail to the office, and one sheet of paper', async ({
  page,
}) => {
  // Some machines have voices and some have none: this one has none.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'speechSynthesis', { value: undefined });
  });
  await page.route('**/tiles/deployer.json', (route) =>
    route.fulfill({ json: { office, approval: 5 } }),
  );
  await page.goto(`./?page=nearby&service=clinic&at=${estate.id}&facility=${place.id}`);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(place.name);
  await expect(heading).toBeFocused();
  const known = page.getByTestId('facility');
  for (const text of [
    '示例数据',
    place.address!,
    place.hours!,
    place.phone!,
    place.price!,
    '分钟',
  ]) {
    await expect(known).toContainText(text);
  }
  await expect(known.getByRole('link', { name: /打电话/ })).toHaveAttribute('href', /^tel:[\d+]+$/);
  // A button is seen to be one where the reader's system leaves out its ground.
  await expect(known.getByRole('link', { name: /打电话/ })).not.toHaveCSS('border-width', '0px');
  // What the deployer got wrong is said, and the rest is used.
  await expect(page.getByText('tiles/deployer.json approval')).toBeVisible();
  await expectGood(page, PLAIN, 20, 8);

  const mail = new URL((await page.getByRole('link', { name: /写邮件/ }).getAttribute('href'))!);
  expect([mail.protocol, mail.pathname]).toEqual(['mailto:', office.mail]);
  expect(mail.searchParams.get('subject')).toContain(place.id);
  const body = mail.searchParams.get('body')!;
  const link = `?page=nearby&region=sample&facility=${place.id}`;
  for (const part of [place.name, place.id, '示例城', link]) expect(body).toContain(part);
  expect(body).not.toContain(estate.id);

  // Without a voice the words stand in large letters, and it is said why.
  await page.getByRole('button', { name: '读给我听' }).click();
  const aloud = page.getByTestId('read-aloud');
  await expect(aloud.getByRole('status')).toContainText('读不出声');
  await expect(aloud).toContainText(`${place.name}，诊所。`);
  await page.getByRole('button', { name: '长者模式' }).click();
  await expectGood(page, ELDER, 20, 8);

  await page.getByRole('button', { name: '打印张贴' }).click();
  const sheet = page.getByTestId('notice');
  await expect(sheet).toContainText(`从${estate.name}到这里约`);
  await expect(sheet.getByRole('img', { name: `${place.name}周围的示意图` })).toBeVisible();
  await expect(sheet.getByRole('img', { name: new RegExp(`at=${estate.id}`) })).toBeVisible();
  await expectGood(page, ELDER, 20, 5);
  expect(await printed(page)).toMatchObject({ pages: 1, lost: 0 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(sheet).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  // Without the way the code leads to the place, and nobody learns from where.
  await page.getByRole('button', { name: `写上从${estate.name}怎么走` }).click();
  await expect(sheet).not.toContainText(estate.name);
  await expect(sheet.getByTestId('qr')).toHaveAttribute(
    'aria-label',
    new RegExp(`facility=${place.id}`),
  );
  await page.goBack();
  await expect(heading).toHaveText(place.name);

  // Read aloud from the list too, and from there to this page.
  await page.goto(`./?page=nearby&service=clinic&at=${estate.id}&mode=plain`);
  await page.getByRole('button', { name: '读给我听' }).click();
  const first = page.getByRole('main').locator('ol > li').first();
  const name = (await first.getByRole('heading').textContent())!;
  await expect(aloud).toContainText(name);
  await first.getByRole('button', { name: '详细信息' }).click();
  await expect(heading).toHaveText(name);
  await expect(heading).toBeFocused();
});

test('a link to a place that is gone ends in a sentence, without an office the text is there to copy, and the way asks where from', async ({
  page,
}) => {
  // The longest words that a list may have.
  const longest = (limit: number, word: string) => word.repeat(limit).slice(0, limit);
  await sayOf(page, {
    name: longest(NAME_LIMIT, '社区卫生服务站'),
    nameEn: longest(NAME_LIMIT, 'Community Health Station '),
    address: longest(TEXT_LIMIT, '某街道某路一号院'),
    hours: longest(TEXT_LIMIT, '周一至周五 8:30–17:00；'),
    price: longest(TEXT_LIMIT, '挂号费五元，'),
    note: longest(TEXT_LIMIT, '中医只在周二上午，'),
    phone: longest(TEXT_LIMIT, '000-0000-0000、'),
    source: longest(TEXT_LIMIT, 'https://list.example/clinics/'),
  });
  await page.goto('./?page=nearby&facility=no-such-place&lang=en');
  await expect(page.getByText('“no-such-place”')).toBeVisible();
  await page.goto(`./?page=nearby&facility=${place.id}&lang=en`);
  const tell = page.getByTestId('tell-office');
  await expect(tell).toContainText('names no office');
  await expect(tell).toContainText(place.id);

  // Nobody has said where from: that is asked, and then the way is there.
  await page.getByRole('button', { name: 'How to get there' }).click();
  await page.getByRole('searchbox').fill('文昌楼院');
  await page
    .getByRole('button', { name: /文昌楼院|Wenchang/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^The way to/);
  await expect(page.getByRole('main').locator('ol > li').first()).toBeVisible();
  // Each of its numbers is dialled alone.
  await expect(page.getByRole('link', { name: /^Call/ }).nth(1)).toHaveAttribute(
    'href',
    'tel:00000000000',
  );

  // Its sheet is one page still, and says what it leaves out.
  await page.goto(`./?page=nearby&service=clinic&at=${estate.id}&facility=${place.id}&lang=en`);
  await page.getByRole('button', { name: 'Print a sheet' }).click();
  await expect(page.getByTestId('sketch')).toBeVisible();
  await expect(page.getByTestId('notice')).toContainText('… (scan for all of it)');
  const longSheet = await printed(page);
  expect(longSheet).toMatchObject({ pages: 1, lost: 0 });
  expect(longSheet.letters).toBeGreaterThan(3.4);
  expect(longSheet.sketch).toBeGreaterThanOrEqual(75);
  expect(longSheet.code).toBeGreaterThan(40);
});
