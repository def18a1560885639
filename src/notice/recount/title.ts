/** Kinds of papers an office issues; a title ends with one, with or without an issue number or a mark behind it. */
const PAPER = /(?:通报|报告|通知|情况|结果|月报|季报|半年报|年报|简报|快报|专报|公告|通告|公示|意见|方案|函|一览|小结|总结|要点|表|名单)$/;
const MARK_BEHIND = /[（(][^（）()]{1,20}[）)]$/;
/** 000012, 特急, 某办通报〔2023〕5号, 第3期, 签发人：…: what a head prints beside the title. */
const BESIDE =
  /^(?:\d{1,7}|特急|加急|平急|急件|机密.*|秘密.*|内部资料.*|.{0,24}〔\s*\d{4}\s*〕.{0,12}|[（(]?(?:\d{4}年)?\s*总?第\s*[\d一二三四五六七八九十]{1,4}\s*[期号].{0,20}|签发人.*|发布时间.*|(?:来源|作者|字体|浏览次数|索引号).*)$/;
/** 某县人民政府办公室文件, 政务公开工作简报: the red head itself. */
const RED_HEAD = /^.{2,40}文\s*件$/;
const ORGAN = /(?:政府|办公室|办公厅|委员会|领导小组|中心|局|厅|办|处|院)$/;
/** Lines of the head among which the title stands. */
const HEAD_LINES = 14;
const LONGEST = 120;

/** The title of a paper among its first lines: neither the red head over it nor the number beside it; broken over several lines it is put together. */
export function titleOf(lines: readonly string[]): string {
  const head = lines.slice(0, HEAD_LINES).map((line) => line.replace(/\s+/g, ' ').trim());
  const begun = head.findIndex((line) => (/[：:]$/.test(line) || /^[一1]、/.test(line)) && !BESIDE.test(line));
  const above = (begun < 0 ? head : head.slice(0, begun)).filter((line) => !RED_HEAD.test(bare(line)) && !BESIDE.test(line));
  for (const [i, line] of above.entries()) {
    const ended = endOf(above, i);
    if (ended === null) continue;
    const start = /^关于/.test(line) && i > 0 && ORGAN.test(above[i - 1] ?? '') ? i - 1 : i;
    return above.slice(start, ended + 1).join('');
  }
  return above[0] ?? head[0] ?? '';
}

const bare = (line: string): string => line.replace(/\s/g, '');

/** The line with which a title that begins at a line ends; null when none begins there. */
function endOf(lines: readonly string[], from: number): number | null {
  const first = lines[from] as string;
  if (/[。；，！？]/.test(first.replace(/《[^》]*》/g, '')) || ORGAN.test(first)) return null;
  const isTitle = (text: string): boolean => text.length <= LONGEST && PAPER.test(bare(text).replace(MARK_BEHIND, ''));
  // 关于……的 goes on over lines that are no sentence; anything else is a title in its own line.
  const most = first.includes('关于') ? 4 : 1;
  let text = '';
  for (let at = from; at < Math.min(lines.length, from + most); at += 1) {
    const line = lines[at] as string;
    if (/[。；！？]/.test(line)) return null;
    text += line;
    if (isTitle(text)) return at;
  }
  return null;
}
