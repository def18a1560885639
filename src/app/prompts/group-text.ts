import { type CalendarDate, chineseDate, weekdayOf } from '../../core/date.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** What a text for the work group is made of. */
export interface GroupText {
  heading: string;
  text: string;
  /** Names to be addressed, in order. */
  units: readonly string[];
  dueOn: CalendarDate | null;
  /** Where units answer; null while the program has no address of its own. */
  link: string | null;
  issuer: string | null;
  sentOn: CalendarDate;
}

/** 4月30日（星期二）; the year is said where it is not that of the prompt. */
export function dayWords(day: CalendarDate, beside: CalendarDate): string {
  const [year, month, date] = day.split('-').map(Number);
  const ofYear = day.slice(0, 4) === beside.slice(0, 4) ? '' : `${year}年`;
  return `${ofYear}${month}月${date}日（星期${WEEKDAYS[weekdayOf(day)]}）`;
}

const signed = ({ issuer, sentOn }: GroupText): string[] => [...(issuer === null ? [] : [issuer]), chineseDate(sentOn)];
const answered = ({ link }: GroupText): string[] => (link === null ? [] : [`确认收到、反馈完成：${link}`]);
const addressed = ({ units }: GroupText): string => units.map((name) => `@${name}`).join(' ');

/** 发工作群 text: whom, what, until when, where to answer. */
export function groupText(prompt: GroupText): string {
  const due = prompt.dueOn === null ? [] : [`请于${dayWords(prompt.dueOn, prompt.sentOn)}前（含当日）完成。`];
  return [`【${prompt.heading}】`, addressed(prompt), prompt.text, ...due, ...answered(prompt), ...signed(prompt)].join('\n');
}

/** Text that urges those who have not done it yet; `units` are those alone. */
export function urgingText(prompt: GroupText, today: CalendarDate): string {
  const { dueOn, heading, sentOn } = prompt;
  const asked = `${chineseDate(sentOn)}提示的“${heading}”`;
  const said =
    dueOn === null
      ? `${asked}尚未反馈完成，请抓紧落实。`
      : dueOn < today
        ? `${asked}应于${dayWords(dueOn, sentOn)}前（含当日）完成，现已逾期，请立即落实并反馈。`
        : `${asked}请于${dayWords(dueOn, sentOn)}前（含当日）完成，以下单位尚未反馈。`;
  return [`【提醒】${said}`, addressed(prompt), ...answered(prompt)].join('\n');
}
