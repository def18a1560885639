import { MingchaError } from '../../core/error.ts';

/** A place of China (行政区划): code of 2 digits = province, 4 = city, 6 = county level. */
export interface Place {
  code: string;
  /** Full name: 信丰县. */
  name: string;
  /** `shared`: several places bear the name; `word`: it is an ordinary word too, and read only with its city in front. */
  mark: 'shared' | 'word' | null;
}

const MARKS = ['', 'shared', 'word'];

/** Reads `data/places.tsv`. @throws MingchaError `bad-input` naming the row. */
export function parsePlaces(text: string): Place[] {
  return text.split(/\r?\n/).flatMap((line, index): Place[] => {
    if (line === '' || line.startsWith('#')) return [];
    const [code = '', name = '', mark = ''] = line.split('\t');
    if (!/^(?:\d{2}){1,3}$/.test(code) || name.length < 2 || !MARKS.includes(mark))
      throw new MingchaError(
        'bad-input',
        `地名表第 ${index + 1} 行不合要求：${line}`,
        '每行应为：2、4或6位代码、全称、标记（shared、word或留空），用制表符分开。',
      );
    return [{ code, name, mark: mark === '' ? null : (mark as 'shared' | 'word') }];
  });
}

const ETHNIC =
  /(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|各)族?)*(?:自治)?(?:县|州|旗)$/;

/** 章贡 for 章贡区; the full name where nothing of two letters would be left. */
export function shortName(name: string): string {
  const short = /自治[县州旗]$/.test(name) ? name.replace(ETHNIC, '') : name.replace(/(?:省|市|县|区|旗|盟|地区)$/, '');
  return short.length >= 2 ? short : name;
}
