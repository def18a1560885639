import type { Layout, Line } from '../markup/layout.ts';

const LABEL =
  /(?:(?:信息|文章|稿件|新闻|内容|文件|图文)?来\s*源(?:单位)?|稿源|出处|转自|供稿单位|发布(?:机构|单位|部门)|信息提供)\s*[:：]\s*/;
/** Labels that follow on the same line, with or without a blank before them: what stands before must not be eaten with them. */
const LABELS =
  '作\\s*者|文章作者|记者|通讯员|编\\s*辑|责任编辑|责编|发布(?:者|人|时间|日期|机构|单位|部门)?|发表(?:时间|日期)?|发稿(?:时间|日期)?|公开(?:时间|日期)?|' +
  '(?:更新|录入|上传|添加|生成|成文|发文|提交|编辑|修改|公布|印发)(?:时间|日期)|更新|审核(?:人)?|信息审核|初审|复审|终审|校对|摄影|时\\s*间|日\\s*期|' +
  '(?:累计)?(?:浏览|点击|阅读|访问|查看|点阅)(?:次数|人次|人数|量|数|率)?|人气|字体(?:大小)?|字号|录入(?:者|人|员)?|供稿(?:人|单位)?|关键[词字]|所属|栏目|稿源|来源|信息来源|文章来源|' +
  '保护视力色|视力保护色?|背景色|打印|分享(?:到)?';
const NEXT = new RegExp(
  `\\s*(?:[【】[\\]|｜]|[（(]\\s?(?:浏览|点击|阅读)|(?:\\s|^)(?:字体|字号|打印|分享|收藏|关闭|缩小|放大|浏览|点击|阅读|视力保护|大\\s中\\s小)|` +
    `(?:${LABELS})\\s*[:：（([【]|(?:\\s|^)(?:信息|文章|[\\u4e00-\\u9fff]{2,6}(?:次数|人次|时间|日期))\\s*[:：（(]).*$`,
);
const PUBLISHER = /^[\u4e00-\u9fffA-Za-z·\-.（）()]{2,20}$/;
/** Index tables set the label in a cell of its own, often without a colon. */
const CELL_LABEL = /^(?:信息|文章)?来\s*源$|^发布(?:机构|单位)$/;
/** Lines above and below the date in which the source is sought; an index table above has a line for every cell. */
const REACH = { above: 14, below: 6 };

/**
 * The source shown beside the date (来源：…); without a label what follows the date on its line when it reads like a publisher.
 * `line` is the line of the date or, without one, of the title. Null when the page shows none.
 */
export function findSource(layout: Layout, line: number, labelledOnly: boolean): string | null {
  const { lines } = layout;
  for (let away = 0; away <= REACH.above; away++) {
    for (const i of away === 0 ? [line] : [away > REACH.below ? -1 : line + away, line - away]) {
      const source = labelled(lines, i);
      if (source !== null) return source;
    }
  }
  return labelledOnly ? null : behindDate(lines[line]?.text ?? '');
}

function labelled(lines: readonly Line[], i: number): string | null {
  const text = lines[i]?.text ?? '';
  if (text.length > 300) return null;
  if (CELL_LABEL.test(text)) return nonEmpty(clean(valueLine(lines[i + 1]?.text ?? '')));
  const match = LABEL.exec(text);
  if (!match) return null;
  const rest = text.slice(match.index + match[0].length);
  const value = clean(rest === '' ? valueLine(lines[i + 1]?.text ?? '') : rest);
  return nonEmpty(value);
}

/** The value cell of a label that stands in a cell of its own. */
function valueLine(text: string): string {
  return text.length <= 40 && !/[:：。]/.test(text) ? text : '';
}

function clean(text: string): string {
  const value = text
    .replace(NEXT, '')
    .replace(/\d{4}[-/.年].*$/, '')
    .trim();
  return value.length <= 60 ? value.replace(/[，,。;；、|]+$/, '') : '';
}

function behindDate(text: string): string | null {
  const rest = /\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?\s+(\S{2,20})(?:\s|$)/.exec(text)?.[1] ?? '';
  return PUBLISHER.test(rest) && /[报网社台刊局厅委办府院]|日报|自媒体|发布$/.test(rest) ? rest : null;
}

function nonEmpty(text: string): string | null {
  return text === '' ? null : text;
}
