import { lengthOf } from './polyline.ts';
import type { Dice } from './random.ts';
import type { Name, Street } from './street.ts';

/** Invented or everywhere in use; none belongs to a particular place. */
const STEMS =
  '春雨 Chunyu,秋实 Qiushi,晨曦 Chenxi,望月 Wangyue,听松 Tingsong,石榴 Shiliu,葡萄 Putao,樱桃 Yingtao,' +
  '青石 Qingshi,白杨 Baiyang,垂杨 Chuiyang,菊园 Juyuan,竹园 Zhuyuan,梅园 Meiyuan,荷塘 Hetang,蔷薇 Qiangwei,' +
  '茉莉 Moli,芙蓉 Furong,百合 Baihe,勤俭 Qinjian,友爱 You’ai,文化 Wenhua,科技 Keji,创业 Chuangye,' +
  '富民 Fumin,利民 Limin,惠民 Huimin,安民 Anmin,兴业 Xingye,繁荣 Fanrong,昌盛 Changsheng,康乐 Kangle,' +
  '永乐 Yongle,平安 Ping’an,泰和 Taihe,仁和 Renhe,义和 Yihe,信义 Xinyi,礼贤 Lixian,尚德 Shangde,' +
  '明德 Mingde,博学 Boxue,求实 Qiushi,育才 Yucai,劳动 Laodong,青年 Qingnian,和平 Heping,光明 Guangming,' +
  '向阳 Xiangyang,迎春 Yingchun,丰收 Fengshou,红星 Hongxing,东升 Dongsheng,双拥 Shuangyong,水塔 Shuita,' +
  '苗圃 Miaopu,果园 Guoyuan,菜园 Caiyuan,花圃 Huapu,柳荫 Liuyin,榆钱 Yuqian,槐荫 Huaiyin,枣园 Zaoyuan,' +
  '杏园 Xingyuan,桃园 Taoyuan,棋盘 Qipan,双井 Shuangjing,清泉 Qingquan,甘泉 Ganquan,云锦 Yunjin';

const LANES =
  '豆腐巷 Doufu Lane,盐店胡同 Yandian Hutong,剪子巷 Jianzi Lane,文庙街 Wenmiao Street,鼓楼后街 Gulou Back Street,' +
  '打铁巷 Datie Lane,油坊胡同 Youfang Hutong,染坊巷 Ranfang Lane,轿子巷 Jiaozi Lane,灯市口 Dengshikou,' +
  '米市街 Mishi Street,布市街 Bushi Street,马市巷 Mashi Lane,羊市口 Yangshikou,钱庄巷 Qianzhuang Lane,' +
  '书院街 Shuyuan Street,考棚巷 Kaopeng Lane,城隍庙街 Chenghuangmiao Street,药王巷 Yaowang Lane,茶馆巷 Chaguan Lane,' +
  '竹竿巷 Zhugan Lane,绳匠胡同 Shengjiang Hutong,帽儿巷 Mao’er Lane,鞋匠巷 Xiejiang Lane,罗圈胡同 Luoquan Hutong,' +
  '井儿胡同 Jing’er Hutong,四眼井巷 Siyanjing Lane,槐树院 Huaishuyuan,枣树巷 Zaoshu Lane,石桥巷 Shiqiao Lane,' +
  '水门巷 Shuimen Lane,后营街 Houying Street,箭道巷 Jiandao Lane,县门前 Xianmenqian,仓前街 Cangqian Street,' +
  '大夫第巷 Dafudi Lane,状元巷 Zhuangyuan Lane,翰林巷 Hanlin Lane,马道街 Madao Street,照壁巷 Zhaobi Lane,' +
  '石狮巷 Shishi Lane,戏台巷 Xitai Lane,宽巷 Kuan Lane,窄巷 Zhai Lane,半截胡同 Banjie Hutong,九曲巷 Jiuqu Lane,' +
  '喜鹊巷 Xique Lane,金鱼胡同 Jinyu Hutong,花枝巷 Huazhi Lane,醋坊巷 Cufang Lane,面铺巷 Mianpu Lane,' +
  '碾子巷 Nianzi Lane,柴市街 Chaishi Street,炭市巷 Tanshi Lane,银匠巷 Yinjiang Lane,裱褙胡同 Biaobei Hutong';

const VILLAGE_STREETS =
  '前街 Front Street,后街 Back Street,东街 East Street,西街 West Street,中街 Middle Street';

/** Names the longest local streets of the town; several pieces never share a name. */
export function nameLocalStreets(streets: Street[], dice: Dice): void {
  const stems = dice.shuffled(pairs(STEMS));
  const named = longestFirst(streets).slice(0, stems.length);
  named.forEach((street, i) => {
    const [zh, en] = stems[i];
    const [a, b] = [street.line[0], street.line[street.line.length - 1]];
    const eastWest = Math.abs(b.x - a.x) > Math.abs(b.y - a.y);
    street.name = eastWest ? [`${zh}街`, `${en} Street`] : [`${zh}路`, `${en} Road`];
  });
}

export function nameLanes(streets: Street[], dice: Dice): void {
  const names = dice.shuffled(pairs(LANES));
  const open = streets.filter(({ highway }) => highway !== 'footway');
  longestFirst(open)
    .slice(0, names.length)
    .forEach((street, i) => (street.name = names[i]));
}

/** Front, back … street of one village, after its name without 村. */
export function nameVillageStreets(streets: Street[], [zh, en]: Name): void {
  const stem = [zh.replace('村', ''), en.replace(' Village', '')];
  const names = pairs(VILLAGE_STREETS);
  longestFirst(streets)
    .slice(0, names.length)
    .forEach((street, i) => {
      street.name = [`${stem[0]}${names[i][0]}`, `${stem[1]} ${names[i][1]}`];
    });
}

function longestFirst(streets: Street[]): Street[] {
  return [...streets].sort((a, b) => lengthOf(b.line) - lengthOf(a.line));
}

/** '春雨 Chunyu,秋实 Qiushi' as a list of pairs. */
export function pairs(text: string): Name[] {
  return text.split(',').map((pair) => {
    const gap = pair.indexOf(' ');
    return [pair.slice(0, gap), pair.slice(gap + 1)];
  });
}
