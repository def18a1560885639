/** What the words in front of a number say that it is. */
export type Role = 'official' | 'contact' | 'person' | 'identity' | 'account' | 'code' | 'none';

/** How far back a label is looked for, and what ends the way back. */
const REACH = 28;
const STOP = /[。；;！？!?\n\r]/;

/** One pattern a role; the label nearest to the number decides, and of labels that end together the first of the list. */
const LABELS: readonly [Role, RegExp][] = [
  [
    'code',
    /信用代码|机构代码|索引号|流水号|订单号?|单号|编号|编码|文号|案号|合同号|项目代码|许可证号?|登记号|备案号|发票|条码|批次|车架号|学号|准考证号?|电表号|户号|税号|QQ群?号?|微信公众号/g,
  ],
  [
    'account',
    /(?:银行|储蓄|工资|社保|惠农|一卡通|收款|汇款|转账|补贴)?(?:账号|帐号|账户|帐户|卡号)|开户(?:行|银行|账号)|存折号?|银行卡|一卡通|社保卡/g,
  ],
  ['identity', /身份证(?:件)?(?:号码?)?|公民身份号码|身份号码|证件号码?|残疾(?:人)?证号?/g],
  [
    'official',
    /(?:咨询|监督|举报|投诉|办公|值班|服务|热线|报名|受理|客服|预约|应急|抢险|报警|接待|信访|报送|技术支持|业务|招聘|招生|采购|办理|反映|查询|求助|救援|防汛|调度|订购|订票|维权|预订|代理|公司|单位|办公室|村委会|居委会|政府)[^，。；、\d]{0,8}?(?:电话|热线|手机|号码|方式|人)|热线|传真|拨打|致电|请(?:与|联系)|欢迎|来电/g,
  ],
  ['contact', /联系人|联系电话|联系方式|联络员|联络人|负责人|经办人|项目经理|电话|手机号?码?|微信|[Tt]el/g],
];

/** A person who is no office, by name or not, and then the number: 申请人张某，手机138…. */
const PERSON =
  /(?:本人|申请人|当事人|被告|原告|被执行人|农户|户主|业主|家属|家长|学生|考生|患者|病人|购房人|村民|居民|举报人|投诉人|来信人|留言人|信访人|收件人|受助人|对象|残疾人|监护人|承包人|失主|被保险人|参保人|死者|嫌疑人|申领人)(?:姓名)?[：: ]{0,2}[\u4e00-\u9fff*×]{0,4}[，,、（( ]{0,2}(?:联系)?(?:电话|手机|号码|方式|号)*[：: ]*$/;

/** The role of the number at `start`, by the nearest label in front of it in its sentence. */
export function roleAt(block: string, start: number): Role {
  const before = sentenceBefore(block, start);
  let role: Role = 'none';
  let nearest = -1;
  for (const [candidate, pattern] of LABELS)
    for (const { index, 0: words } of before.matchAll(pattern)) {
      const end = index + words.length;
      if (end > nearest) {
        nearest = end;
        role = candidate;
      }
    }
  return (role === 'contact' || role === 'none') && PERSON.test(before) ? 'person' : role;
}

function sentenceBefore(block: string, start: number): string {
  const near = block.slice(Math.max(0, start - REACH), start);
  let from = 0;
  for (let i = near.length - 1; i >= 0; i--)
    if (STOP.test(near[i] as string)) {
      from = i + 1;
      break;
    }
  return near.slice(from);
}

const ORGANISATION =
  '(?:局|委员会|办公室|公司|中心|医院|学校|大学|学院|协会|基金会|慈善会|红十字会|总会|厅|大队|支队|事务所|合作社|政府|法院|检察院|银行|集团|厂|户)';
const PUBLIC_ACCOUNT = new RegExp(
  `对公|单位(?:账|帐)[号户]|缴(?:费|款)(?:账|帐)[号户]|收款单位|保证金|非税|财政|专户|基本(?:存款)?(?:账|帐)户|国库|投标|捐(?:款|赠)|(?:户\\s*名|账户名称?|帐户名称?|开户名称?|开户单位|收款人)[：: ]{0,3}[^，。；\\d]{2,30}${ORGANISATION}`,
);

/** Whether the accounts of a block are a unit's own, published so that people can pay (对公账户). */
export const isPublicAccount = (block: string): boolean => PUBLIC_ACCOUNT.test(block);

/** The commonest surnames, for telling a name from any two or three characters. */
const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚全娄甄郎池丛边岑农苟迟保商臧佘卞虞刁冷应匡栗仇练楚揭师官佟封燕桑巫敖原植邝仲荆储宗楼干苑寇盖南屠鞠荣井乐银奚明麻雍花闻冼木郜廉衣蔺和冀占公门帅利满';

/** Whether the whole of a cell reads like a person's name. */
export function isPersonName(text: string): boolean {
  const name = text.replace(/\s/g, '');
  if (/^[\u4e00-\u9fff]{1,10}·[\u4e00-\u9fff·]{1,12}$/.test(name)) return true;
  return (
    /^[\u4e00-\u9fff]{2,4}$/.test(name) && SURNAMES.includes(name[0] as string) && !/[局委办科室站所镇乡村县市区组号年月日]$/.test(name)
  );
}

/** Whether a name stands right in front of the number at `start`: 张三 138…, 张三（138…. */
export function nameBefore(block: string, start: number): boolean {
  const name = /(?:^|[\s，,、；;：:（(。])([\u4e00-\u9fff]{2,4})[\s，,：:（(]*$/.exec(block.slice(Math.max(0, start - 10), start))?.[1];
  return name !== undefined && isPersonName(name);
}
