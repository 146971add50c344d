import { describe, expect, it } from 'vitest';
import { readFacilities } from '../../../src/data/tables/read-facilities.ts';
import { bytesOf, faultOf } from './fault-of.ts';
import { gbkBytes } from './gbk-bytes.ts';
import { SERVICES } from './services-json.ts';

const read = (text: string) =>
  readFacilities(bytesOf(text), { fileName: 'a.csv', services: SERVICES });

/** One row under the needed columns and one more. */
const withCell = (column: string, cell: string, service = 'clinic') =>
  read(`id,name,service,lon,lat,${column}\nA,Name,${service},116.4,39.9,${cell}\n`);
const rowWith = (column: string, cell: string, service?: string) =>
  withCell(column, cell, service).rows[0];
const codeWith = (column: string, cell: string, service?: string) =>
  withCell(column, cell, service).rejected[0]?.code;

describe('a facility table', () => {
  it('needs five columns; an empty status is open and nothing else is invented', () => {
    expect(read('id,name,service,lon,lat\n001, 柳河 站 ,clinic, 116.4 ,39.9\n')).toEqual({
      rows: [
        { id: '001', name: '柳河 站', service: 'clinic', lon: 116.4, lat: 39.9, status: 'open' },
      ],
      rejected: [],
    });
  });

  it('reads every optional column', () => {
    const text =
      'Name EN;id;name;service;lon;lat;status;capacity;opened;address;phone;hours;price;note;step-free;accuracy;source\n' +
      'Liuhe;1;柳河;elder_care;116.4;39.9;planned;40;2024-05;惠民路 1 号;010;08:00-17:00;12 元;可送餐;yes;exact;局\n';
    expect(read(text).rows).toEqual([
      {
        id: '1',
        name: '柳河',
        nameEn: 'Liuhe',
        service: 'elder_care',
        lon: 116.4,
        lat: 39.9,
        status: 'planned',
        capacity: 40,
        opened: '2024-05',
        address: '惠民路 1 号',
        phone: '010',
        hours: '08:00-17:00',
        price: '12 元',
        note: '可送餐',
        stepFree: true,
        accuracy: 'exact',
        source: '局',
      },
    ]);
  });

  it('reads a Chinese table in GBK, as Excel saves it', () => {
    const text =
      '编号\t机构名称\t英文名\t类别\t经度\t纬度\t状态\t床位数\t启用日期\t地址\t联系电话\t开放时间\t收费\t备注\t无障碍\t精度\t来源\r\n' +
      '7\t柳河站\tLiuhe\t养老服务\t116.4\t39.9\t在建\t40\t2024年5月1日\t惠民路\t010\t全天\t免费\t先打电话\t否\t门口\t民政局\r\n';
    const { rows } = readFacilities(gbkBytes(text), { fileName: 'a.csv', services: SERVICES });
    expect(rows).toEqual([
      {
        id: '7',
        name: '柳河站',
        nameEn: 'Liuhe',
        service: 'elder_care',
        lon: 116.4,
        lat: 39.9,
        status: 'building',
        capacity: 40,
        opened: '2024-05-01',
        address: '惠民路',
        phone: '010',
        hours: '全天',
        price: '免费',
        note: '先打电话',
        stepFree: false,
        accuracy: '门口',
        source: '民政局',
      },
    ]);
  });
});

describe('column names', () => {
  it('prefers the plain name to an alias', () => {
    const { rows } = read('序号,id,name,service,lon,lat\n1,A,N,clinic,116.4,39.9\n');
    expect(rows[0].id).toBe('A');
  });

  it.each([
    ['序号,编号,name,service,lon,lat', '“序号”, “编号” all mean id'],
    ['id,ID,name,service,lon,lat', '“id”, “ID” all mean id'],
    ['id,name,service,lng,经度,lat', '“lng”, “经度” all mean lon'],
  ])('%s: two for one is not guessed', (header, says) => {
    const fault = faultOf(() => read(`${header}\n1,2,3,4,5,6\n`));
    expect(fault.code).toBe('double-column');
    expect(fault.text.en).toContain(says);
  });

  it('names the file, what is missing, what is there and what is expected', () => {
    const fault = faultOf(() => read('\n机构,id,lon\n1,2,3\n'));
    expect(fault.code).toBe('missing-columns');
    expect(fault.text.en).toBe(
      'a.csv: line 2 lacks the columns name, service, lat. Found: 机构, id, lon. ' +
        'Expected: id, name, service, lon, lat. ' +
        'The first line that is not blank must be the column names.',
    );
    expect(fault.text.zh).toContain('找到的列：机构, id, lon');
  });

  it('takes __proto__ as a column and as an id like any other', () => {
    const text = 'id,name,service,lon,lat,__proto__,constructor\n__proto__,N,clinic,1,2,x,y\n';
    expect(read(text).rows[0].id).toBe('__proto__');
    expect(read(text + '__proto__,N,clinic,1,2,x,y\n').rejected[0].code).toBe('duplicate-id');
    expect(read('id,name,service,lon,lat\n1,N,__proto__,1,2\n').rejected[0].code).toBe(
      'unknown-service',
    );
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('words', () => {
  it.each([
    ['', 'open'],
    ['Open', 'open'],
    ['开放', 'open'],
    ['运营', 'open'],
    ['在用', 'open'],
    ['planned', 'planned'],
    ['规划', 'planned'],
    ['拟建', 'planned'],
    ['building', 'building'],
    ['在建', 'building'],
    ['建设中', 'building'],
    ['closed', 'closed'],
    ['关闭', 'closed'],
    ['停用', 'closed'],
    ['停业', 'closed'],
  ])('status %j is %s', (cell, status) => expect(rowWith('status', cell).status).toBe(status));

  it('refuses an unknown status and lists the known ones', () => {
    const [rejected] = withCell('状态', '暂停').rejected;
    expect(rejected).toMatchObject({ line: 2, code: 'unknown-status', value: '暂停' });
    expect(rejected.text.en).toContain('open 开放 运营 在用 planned');
  });

  it.each(['clinic', 'CLINIC', '诊所', 'Clinic'])('service %s is known by key or name', (name) => {
    expect(rowWith('note', '', name).service).toBe('clinic');
  });

  it('refuses an unknown service and lists the known keys', () => {
    const [rejected] = withCell('note', '', '银行').rejected;
    expect(rejected).toMatchObject({ code: 'unknown-service', value: '银行' });
    expect(rejected.text.en).toContain('elder_care, charging, school, clinic');
    expect(rejected.text.zh).toContain('elder_care, charging, school, clinic');
  });

  it.each([
    ['yes', true],
    ['TRUE', true],
    ['1', true],
    ['是', true],
    ['有', true],
    ['no', false],
    ['false', false],
    ['0', false],
    ['否', false],
    ['无', false],
    ['', undefined],
  ])('step_free %j is %s', (cell, value) =>
    expect(rowWith('step_free', cell).stepFree).toBe(value),
  );

  it('refuses other words for yes and no', () => {
    expect(codeWith('step_free', '部分')).toBe('not-yes-no');
    expect(codeWith('equipped', 'maybe', 'charging')).toBe('not-yes-no');
  });
});

describe('equipped', () => {
  it.each([
    ['有', true],
    ['no', false],
    ['', undefined],
  ])('%j at an estate is %s', (cell, value) => {
    expect(rowWith('已配充电', cell, 'charging').equipped).toBe(value);
  });

  it('keeps an estate without charging: it is in the denominator', () => {
    expect(rowWith('equipped', '否', 'charging')).toMatchObject({
      status: 'open',
      equipped: false,
    });
  });

  it('is not read where the service is not a share of estates', () => {
    expect(rowWith('equipped', '否', 'school')).not.toHaveProperty('equipped');
    expect(rowWith('equipped', '不适用', 'school').service).toBe('school');
  });
});

describe('values', () => {
  it.each([
    ['2024', '2024'],
    ['2024-5', '2024-05'],
    ['2024-02-29', '2024-02-29'],
    ['2024/5/1', '2024-05-01'],
    ['2024.12.31', '2024-12-31'],
    ['2024年', '2024'],
    ['2024年5月', '2024-05'],
    ['2024年5月1日', '2024-05-01'],
  ])('opened %s is %s', (cell, iso) => expect(rowWith('opened', cell).opened).toBe(iso));

  it.each(['2023-02-29', '2024-13', '2024-00-01', '1/5/2024', '45000', '去年', '2024-5-1x'])(
    'opened %s is no date',
    (cell) => expect(codeWith('opened', cell)).toBe('not-a-date'),
  );

  it.each([
    ['120', undefined],
    ['0', undefined],
    ['120张', 'not-a-number'],
    ['"1,200"', 'not-a-number'],
    ['-3', 'negative'],
    ['1e999', 'not-finite'],
  ])('capacity %s', (cell, code) => expect(codeWith('capacity', cell)).toBe(code));

  it('keeps text as text', () => {
    expect(rowWith('phone', '0021').phone).toBe('0021');
    expect(rowWith('address', '"  a  b\n=1+1 "').address).toBe('a  b\n=1+1');
  });

  it('counts 200 characters, not UTF-16 units, for id and names', () => {
    const named = (name: string) => read(`id,name,service,lon,lat\n1,${name},clinic,1,2\n`);
    expect(named('𠮷'.repeat(200)).rows).toHaveLength(1);
    const [rejected] = named('𠮷'.repeat(201)).rejected;
    expect(rejected).toMatchObject({ code: 'too-long', value: '𠮷'.repeat(40) });
    expect(rejected.text.en).toContain('201 characters, expected at most 200');
    expect(codeWith('name_en', 'x'.repeat(201))).toBe('too-long');
    expect(codeWith('source', 'x'.repeat(201))).toBeUndefined();
    expect(codeWith('source', 'x'.repeat(1001))).toBe('too-long');
  });

  it('never cuts a character in half', () => {
    expect(withCell('status', 'x' + '𠮷'.repeat(60)).rejected[0].value).toBe('x' + '𠮷'.repeat(39));
  });
});

describe('rows that are refused', () => {
  it('are all listed in order of line, whoever found them', () => {
    const text = [
      'id,name,service,lon,lat',
      ',N,clinic,116.4,39.9',
      'a,,clinic,116.4,39.9',
      'b,N,clinic,39.9,116.4',
      'c,N,clinic',
      'd,N,,116.4,39.9',
      'e,N,clinic,0,0',
      'f,N,clinic,116.4,39.9',
    ].join('\n');
    const { rows, rejected } = read(text);
    expect(rows.map((row) => row.id)).toEqual(['f']);
    expect(rejected.map((r) => [r.line, r.code])).toEqual([
      [2, 'empty'],
      [3, 'empty'],
      [4, 'swapped'],
      [5, 'width'],
      [6, 'unknown-service'],
      [7, 'null-island'],
    ]);
  });

  it('of one id the first stays, later ones name its line', () => {
    const { rows, rejected } = read(
      'id,name,service,lon,lat\n\nA,one,clinic,1,2\nB,x,clinic,1,2\nA ,two,clinic,1,2\n',
    );
    expect(rows.map((row) => row.name)).toEqual(['one', 'x']);
    expect(rejected).toMatchObject([{ line: 5, code: 'duplicate-id', value: 'A' }]);
    expect(rejected[0].text.en).toContain('already used by line 3');
    expect(rejected[0].text.zh).toContain('第 3 行');
  });

  it('a refused row does not block its id', () => {
    const { rows } = read('id,name,service,lon,lat\nA,one,clinic,0,0\nA,two,clinic,1,2\n');
    expect(rows.map((row) => row.name)).toEqual(['two']);
  });

  it('may be all of them: no fault, the caller decides', () => {
    const { rows, rejected } = read('id,name,service,lon,lat\nA,one,clinic,0,0\n');
    expect([rows.length, rejected.length]).toEqual([0, 1]);
  });
});
