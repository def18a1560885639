import { isListed } from '../listed-findings.ts';
import type { Attachment } from '../model.ts';
import { accountVerdict } from '../parts/verdict-words.ts';
import type { ChannelRow, Snapshot } from '../snapshot.ts';
import { column, type Table, type TableRow } from '../table.ts';
import { figure, words } from '../words.ts';

/**
 * 突出问题政务新媒体名单 with 是否单项否决. An account outside the register is listed too, and the column says that it is not
 * in the base: it is neither added to the rate nor dropped (rule T2, cross-check D5).
 */
export function accountList(snapshot: Snapshot, title: string, failing: string): Attachment[] {
  const rows = snapshot.channels
    .filter((channel) => channel.type === 'account')
    .flatMap((channel) => {
      const problems = problemsOf(channel, snapshot);
      return problems.length === 0 ? [] : [{ channel, problems }];
    })
    .map(({ channel, problems }, index): TableRow => {
      const cells = {
        number: index + 1,
        unit: channel.unitPrinted,
        name: channel.name,
        platform: channel.kindName,
        problems: problems.join('\n'),
        vetoed: channel.verdict === 'fail' ? '是' : channel.verdict === 'undecided' ? accountVerdict(channel) : '否',
        base: channel.inBase ? '是' : `否（${channel.outside ?? '不在册'}）`,
      };
      return { id: `account-list/${channel.id}`, from: [channel.id], cells };
    });
  if (rows.length === 0) return [];
  const centre = { align: 'center' } as const;
  const columns = [
    column('number', '序号', 11, { type: 'ordinal', ...centre }),
    column('unit', '地区（单位）', 32),
    column('name', '账号名称', 27),
    column('platform', '账号平台', 18, centre),
    column('problems', '存在的突出问题', 34),
    column('vetoed', '是否单项否决', 15, centre),
    column('base', '是否计入合格率', 19, centre),
  ];
  const notes: Table['notes'] = {
    label: '备注',
    items: [
      words`出现任何一种单项否决情形即为不合格，期内整改的仍计为不合格`,
      words`计入合格率而不合格的账号${figure(failing)}；没有备案等不在册的账号只列出，不计入基数`,
    ],
  };
  return [{ title, table: { id: 'account-list', orientation: 'portrait', columns, rows, merges: [], notes } }];
}

/** Lines of the list: what an account is held for; filing and the like only where nothing worse was found. */
function problemsOf(channel: ChannelRow, snapshot: Snapshot): string[] {
  const found = snapshot.problems.filter((problem) => problem.channelId === channel.id && isListed(problem));
  const held = found.filter((problem) => problem.level === 'problem');
  return [...new Set((held.length > 0 ? held : found).map(({ text }) => text))];
}
