import { isPersonName } from './context.ts';

/** One cell of a table, with its place in the text it stands in. */
export interface PlacedCell {
  text: string;
  start: number;
}

/** What the columns of a list hold, by their heads and by what stands below them. */
export interface ListColumns {
  /** Rows below the head. */
  body: readonly (readonly PlacedCell[])[];
  name: number | null;
  identity: readonly number[];
  account: readonly number[];
  phone: readonly number[];
  /** A roster of an office: who is on duty, in charge, to be called. */
  roster: boolean;
  /** A list of people who get or apply for something. */
  recipients: boolean;
}

const NAME = /^(?:.{0,6}(?:姓名|名字|户主|申请人|受益人|领款人|受助人|当事人|考生|学生|法人代表|法定代表人))(?:姓名)?$/;
const IDENTITY = /身份证|证件号|公民身份|残疾(?:人)?证号/;
const ACCOUNT = /卡号|账号|帐号|银行账|存折|一卡通|银行卡/;
const PHONE = /电话|手机|联系方式|联系号码|联系人号码/;
const ROSTER =
  /职务|职位|科室|股室|部门|办公|网格员|河长|路长|林长|责任人|包保|帮扶|值班|监督|驻村|分管|岗位|服务(?:电话|热线)|单位电话|所长|带班|联络员|咨询|执法|民警|医生|律师|项目|站点|网点|地点|机构|企业|公司/;
const RECIPIENTS =
  /补贴|补助|救助|救济|低保|特困|五保|残疾|发放|金额|领取|享受|贫困|脱贫|危房|学生|考生|录取|录用|资助|患者|高龄|优抚|征地|拆迁|安置|家庭人口|户主|申请人|受益人|身份证|银行|卡号|账号|帐号/;
/** A head stands in the first rows, below a title that may run over all columns. */
const HEAD_ROWS = 5;

/** Reads the head of a table; null where no row of it names a column that matters. */
export function listColumns(table: readonly (readonly PlacedCell[])[]): ListColumns | null {
  const title = table.slice(0, HEAD_ROWS);
  const at = title.findIndex((row) => row.filter(({ text }) => kindOf(text) !== null).length >= 2);
  if (at < 0) return null;
  const heads = (table[at] as readonly PlacedCell[]).map(({ text }) => squeezed(text));
  const columns = (pattern: RegExp): number[] => heads.flatMap((head, i) => (head.length <= 16 && pattern.test(head) ? [i] : []));
  const body = table.slice(at + 1);
  const named = columns(NAME)[0] ?? columnOfNames(body);
  const words = title
    .slice(0, at + 1)
    .flatMap((row) => row.map(({ text }) => text))
    .join(' ');
  return {
    body,
    name: named,
    identity: columns(IDENTITY),
    account: columns(ACCOUNT),
    phone: columns(PHONE),
    roster: ROSTER.test(words),
    recipients: RECIPIENTS.test(words),
  };
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

function kindOf(text: string): RegExp | null {
  const head = squeezed(text);
  if (head.length > 16 || /\d{6}/.test(head)) return null;
  return (
    [NAME, IDENTITY, ACCOUNT, PHONE, /^(?:序号|编号|性别|年龄|住址|地址|金额.*|备注|单位.*|村.?|组别?|乡镇|职务)$/].find((kind) =>
      kind.test(head),
    ) ?? null
  );
}

/** The first column most of whose cells are names. */
function columnOfNames(body: readonly (readonly PlacedCell[])[]): number | null {
  const width = Math.max(0, ...body.slice(0, 50).map((row) => row.length));
  for (let column = 0; column < width; column++) {
    const cells = body.flatMap((row) => row[column]?.text.trim() || []);
    if (cells.length > 0 && cells.filter(isPersonName).length * 10 >= cells.length * 7) return column;
  }
  return null;
}
