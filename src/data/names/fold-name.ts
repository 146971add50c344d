import { halfWidth } from '../import/half-width.ts';

/**
 * Traditional characters of names of places and what they are in Simplified ones, pair by pair. Facts
 * of writing, not a whole dictionary: one character for one, those that names of streets, estates and
 * institutions are made of.
 */
const PAIRS =
  '東东區区縣县鎮镇鄉乡灣湾島岛橋桥嶺岭塢坞澗涧溝沟漢汉廣广寧宁長长陽阳陰阴龍龙鳳凤龜龟鶴鹤馬马鳥鸟魚鱼雞鸡豬猪園园圓圆團团國国圍围圖图場场塊块壩坝墳坟壇坛樓楼閣阁' +
  '廟庙廳厅廠厂廬庐莊庄豐丰豔艳葉叶華华萬万蓮莲蘇苏蘭兰藥药衛卫醫医療疗養养護护頤颐壽寿齡龄業业學学書书館馆門门開开關关閩闽閘闸間间聞闻陳陈陸陆際际隊队隴陇險险雲云' +
  '電电霧雾靜静順顺頂顶項项須须領领題题顏颜顧顾風风飛飞飯饭餘余騰腾驛驿驗验體体麗丽麥麦黃黄點点齊齐齋斋車车軍军軒轩軌轨輕轻輪轮輔辅運运還还進进遠远連连達达過过邊边' +
  '遼辽遷迁選选鄭郑鄧邓鄰邻釀酿針针鈞钧銀银銅铜鋼钢錦锦鍾钟鐘钟鐵铁鎖锁鏡镜錢钱鋪铺鋒锋鑄铸鋁铝亞亚倉仓個个倫伦偉伟傑杰備备傳传傷伤價价儀仪億亿優优儲储兒儿兩两冊册' +
  '凍冻凱凯劃划劉刘劇剧動动務务勝胜勞劳勢势勵励勳勋協协單单卻却厲厉參参雙双發发變变號号員员啟启喬乔喪丧嗎吗嘯啸嚴严囑嘱執执報报墊垫壓压壯壮壺壶夠够夢梦夾夹奪夺奮奋' +
  '婦妇媽妈媧娲嬌娇孫孙宮宫實实審审寶宝將将專专尋寻對对導导屆届屬属岡冈峽峡崗岗嵐岚嶼屿巒峦巖岩帥帅師师帶带幫帮幹干幾几庫库廂厢廚厨廢废張张強强彈弹彎弯彙汇從从復复' +
  '徑径徵征恆恒悅悦愛爱慶庆憂忧應应懷怀戰战戲戏戶户擁拥擇择擊击擔担據据擴扩擺摆攝摄數数斷断於于時时晉晋晝昼曉晓曆历會会朧胧朮术條条棗枣棟栋棧栈榮荣構构槍枪樂乐標标' +
  '樞枢樣样樸朴樹树橫横檔档檢检權权欄栏歡欢歲岁歷历歸归殘残殺杀殼壳毀毁氣气氫氢決决沒没況况洩泄淚泪淨净淺浅淵渊湊凑測测渾浑湯汤準准滄沧滅灭滬沪滿满漁渔漲涨潤润潔洁' +
  '潛潜澤泽濟济濤涛濱滨瀋沈瀏浏瀾澜灘滩災灾為为烏乌無无煉炼煙烟煥焕熱热燈灯燒烧營营爐炉爭争爺爷牆墙獅狮獎奖獨独獲获獻献瑤瑶瑪玛環环璽玺現现產产畝亩畢毕畫画異异當当' +
  '疊叠癒愈皺皱盜盗盡尽監监盤盘盧卢眾众著着睏困矯矫礎础礦矿礪砺祕秘禎祯禪禅禮礼稅税種种稱称穀谷積积穩稳窩窝窮穷竄窜競竞筆笔筍笋節节範范築筑篤笃簡简籃篮籌筹糧粮紀纪' +
  '約约紅红紋纹納纳級级紙纸細细終终組组結结絡络給给統统絲丝綠绿維维網网綜综綱纲線线緣缘緊紧總总績绩縱纵織织繞绕繡绣繩绳繪绘繼继續续纜缆罈坛羅罗義义習习翹翘聖圣聯联' +
  '聲声職职聽听肅肃腦脑腳脚膠胶臨临臺台舉举舊旧艙舱艦舰艱艰藝艺蔣蒋蔥葱薑姜薩萨藍蓝處处虛虚蝦虾螞蚂蟲虫蠶蚕術术補补裝装裡里製制複复覺觉覽览觀观規规視视親亲訂订計计' +
  '討讨訓训記记許许設设訪访診诊詠咏詩诗話话該该詳详誠诚語语說说課课調调談谈請请論论諧谐諾诺謀谋謝谢識识譚谭證证議议譯译讀读讓让豈岂財财貢贡貨货貫贯貴贵買买費费賀贺' +
  '賈贾資资賓宾賞赏賢贤質质賴赖購购賽赛贈赠贛赣趙赵躍跃農农遊游郵邮醬酱釋释裏里銳锐鄲郸鹽盐鹹咸麼么齒齿寬宽緯纬經经';

const SIMPLIFIED = new Map<string, string>();
for (let k = 0; k + 1 < PAIRS.length; k += 2) SIMPLIFIED.set(PAIRS[k], PAIRS[k + 1]);

/** What writings of one name differ in and nobody says: spaces, hyphens, brackets, points. */
const UNSAID = /[\s\p{P}\p{S}]/gu;

/** A name as it is compared: Simplified, half-width, lower case, without spaces and punctuation. */
export function foldName(name: string): string {
  return simplified(halfWidth(name).toLowerCase().replace(UNSAID, ''));
}

/** Traditional characters as Simplified ones, as far as names of places have them. */
export function simplified(text: string): string {
  let plain = '';
  for (const char of text) plain += SIMPLIFIED.get(char) ?? char;
  return plain;
}

/**
 * How alike two folded names are, 0 … 1: twice the pairs of neighbouring characters they share by
 * all they have (Dice 1945), or 0.9 where one lacks only a character the other has (崇文园游园, 崇文游园).
 */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.length === short.length + 1 && lacksOne(short, long)) return 0.9;
  if (short.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let k = 0; k + 1 < short.length; k++) {
    const pair = short.slice(k, k + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let k = 0; k + 1 < long.length; k++) {
    const pair = long.slice(k, k + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      pairs.set(pair, left - 1);
      shared++;
    }
  }
  return (2 * shared) / (short.length + long.length - 2);
}

function lacksOne(short: string, long: string): boolean {
  let k = 0;
  while (k < short.length && short[k] === long[k]) k++;
  return short.slice(k) === long.slice(k + 1);
}
