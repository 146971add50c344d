import type { Dice } from './random.ts';
import type { Name } from './street.ts';
import { pairs } from './street-names.ts';

const STEMS = pairs(
  '锦绣 Jinxiu,翠湖 Cuihu,金桂 Jingui,瑞景 Ruijing,和畅 Hechang,安居 Anju,康宁 Kangning,祥和 Xianghe,' +
    '福满 Fuman,春江 Chunjiang,碧水 Bishui,云栖 Yunqi,清荷 Qinghe,书香 Shuxiang,御景 Yujing,阳光 Yangguang,' +
    '世纪 Shiji,盛和 Shenghe,嘉禾 Jiahe,惠泽 Huize,兰亭 Lanting,紫薇 Ziwei,丁香 Dingxiang,梧桐 Wutong,' +
    '枫叶 Fengye,银杏 Yinxing,海棠 Haitang,玉兰 Yulan,桃源 Taoyuan,橡树 Xiangshu,月亮湾 Yueliangwan,星河 Xinghe,' +
    '天和 Tianhe,明珠 Mingzhu,富康 Fukang,长青 Changqing,万顺 Wanshun,鸿运 Hongyun,学府 Xuefu,名门 Mingmen,' +
    '水岸 Shui’an,观澜 Guanlan,听涛 Tingtao,沁芳 Qinfang,怡景 Yijing,颐和 Yihe,东篱 Dongli,南亭 Nanting',
);
const OLD_STEMS = pairs(
  '同心 Tongxin,团结 Tuanjie,光明 Guangming,幸福 Xingfu,新兴 Xinxing,前进 Qianjin,胜利 Shengli,育才 Yucai,' +
    '朝霞 Zhaoxia,友谊 Youyi,红旗 Hongqi,向阳 Xiangyang,勤丰 Qinfeng,建国 Jianguo,文昌 Wenchang,和顺 Heshun',
);
const OWNERS = pairs(
  '粮食局 Grain Bureau,纺织厂 Textile Mill,供电局 Power Bureau,邮电局 Post Office,农机厂 Farm Machinery Works,' +
    '水泥厂 Cement Works,县医院 District Hospital,一中 No. 1 Middle School,教育局 Education Bureau,酒厂 Distillery,' +
    '印刷厂 Printing Works,林业局 Forestry Bureau,铁路 Railway,糖厂 Sugar Mill,食品公司 Food Company,' +
    '汽运公司 Bus Company,化肥厂 Fertiliser Works,税务局 Tax Bureau,物资局 Supplies Bureau,百货公司 Department Store,' +
    '建筑公司 Building Company,自来水公司 Waterworks,轴承厂 Bearing Works,木器厂 Furniture Works',
);
const NEW_ENDS = pairs(
  '花园 Garden,家园 Homes,名苑 Court,公馆 Residence,新城 New Town,华府 Mansion,雅居 Terrace',
);
const OLD_ENDS = pairs('小区 Estate,新村 New Village,里 Terrace,楼院 Court');

/** One unlike name for each estate; old ones belong to works and bureaus, new ones to dreams. */
export function estateNames(eras: number[], dice: Dice): Name[] {
  const used = new Set<string>();
  const owners = dice.shuffled(OWNERS);
  return eras.map((era) => {
    for (let attempt = 0; ; attempt++) {
      const name = drawName(era, owners, attempt, dice);
      if (used.has(name[0])) continue;
      used.add(name[0]);
      return name;
    }
  });
}

function drawName(era: number, owners: Name[], attempt: number, dice: Dice): Name {
  if (era < 0.3 && owners.length && attempt === 0 && dice.chance(0.5)) {
    const [zh, en] = owners.pop()!;
    return [`${zh}家属院`, `${en} Family Compound`];
  }
  const old = era < 0.35;
  const [zh, en] = dice.pick(old ? [...OLD_STEMS, ...STEMS] : STEMS);
  const [zhEnd, enEnd] = dice.pick(
    old ? OLD_ENDS : era < 0.6 ? [...OLD_ENDS, ...NEW_ENDS] : NEW_ENDS,
  );
  return [`${zh}${zhEnd}`, `${en} ${enEnd}`];
}
