import { USER_ROLE_CODES, USER_ROLES } from '../../../src/core/role.ts';
import { FaultAt } from '../../parts/faults.tsx';
import { Amount, Clock, Line, Lines, Many, Switch } from './fields.tsx';
import { SettingsPart } from './save-bar.tsx';
import type { Settings, SettingsView } from './types.ts';
import { useDraft } from './use-draft.ts';

const ROLES = USER_ROLE_CODES.map((code) => ({ value: code, label: USER_ROLES[code] }));

/** 消息与提醒: when units are reminded and supervised, who is told of what is severe. Channels are set up on the page of messages. */
export function Messages({ areaId, data }: { areaId: string; data: SettingsView }) {
  const { draft, put, ...saving } = useDraft(areaId, data, ['messages']);
  const { messages } = draft;
  const set = (values: Partial<Settings['messages']>) => put('messages', { ...messages, ...values });
  const days = (values: Partial<Settings['messages']['days']>) => set({ days: { ...messages.days, ...values } });
  return (
    <SettingsPart title="消息与提醒" note="渠道和收件人在“消息”页设置" saving={saving}>
      <Line
        label="本系统的网址"
        at="messages.address"
        value={messages.address}
        set={(address) => set({ address: address || null })}
        note="消息和工作群文字里的链接由此开头，如 https://mc.××.gov.cn；不填则不带链接。"
        max={300}
      />
      <Switch
        label="自动提醒即将到期和逾期的单位"
        value={messages.remind}
        set={(remind) => set({ remind })}
        note="只在工作日提醒；工作提示一并提醒。"
      />
      <div className="settings-row">
        <Clock label="每天从几点起提醒" at="messages.remindAt" value={messages.remindAt} set={(remindAt) => set({ remindAt })} />
        <Amount
          label="到期前提醒"
          at="days.dueSoon"
          unit="工作日"
          max={60}
          value={messages.days.dueSoon}
          set={(dueSoon) => days({ dueSoon })}
          note="0 为到期当天。"
        />
        <Amount
          label="逾期提醒"
          at="days.overdue"
          unit="逾期后工作日"
          min={1}
          max={60}
          value={messages.days.overdue}
          set={(overdue) => days({ overdue })}
        />
        <Amount
          label="督办"
          at="days.letter"
          unit="逾期后工作日"
          min={1}
          max={60}
          value={messages.days.letter}
          set={(letter) => days({ letter })}
        />
        <Amount
          label="拟通报"
          at="days.notice"
          unit="逾期后工作日"
          min={1}
          max={60}
          value={messages.days.notice}
          set={(notice) => days({ notice })}
        />
      </div>
      <FaultAt at="messages.days" />
      <Lines
        label="严重信息知悉范围（每行一个姓名或岗位）"
        at="messages.graveReaders"
        value={messages.graveReaders}
        set={(graveReaders) => set({ graveReaders })}
        note="严重表述错误、泄密等只告诉这些人，其他人只知道有事要处置。"
      />
      <Many
        label="能看到严重问题的角色"
        at="messages.graveRoles"
        value={messages.graveRoles}
        set={(roles) => set({ graveRoles: roles as typeof messages.graveRoles })}
        options={ROLES}
        note="其他角色在台账、统计和导出里都看不到严重表述错误、泄密、泄露个人信息、暗链等问题。责任单位只看到本单位的。"
      />
      <div className="settings-row">
        <Clock
          label="值班交接时刻"
          at="messages.dutyChangesAt"
          value={messages.dutyChangesAt}
          set={(dutyChangesAt) => set({ dutyChangesAt })}
          note="之前的夜里归前一天的值班人员。"
        />
        <Amount
          label="告警应答时限"
          at="messages.answerWithinMinutes"
          unit="分钟"
          min={1}
          max={720}
          value={messages.answerWithinMinutes}
          set={(answerWithinMinutes) => set({ answerWithinMinutes })}
          note="到时没有应答转给副班。"
        />
      </div>
    </SettingsPart>
  );
}
