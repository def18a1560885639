import { Button, Checkbox } from 'antd';
import { NumberField } from '../../../parts/number-field.tsx';
import type { Draft, NamingChoice } from './types.ts';

/** 表扬与点名: whom the rules find, who of them is printed, and the confirmation that a notice needs before it is issued. */
export function NamingPanel({
  naming,
  choice,
  set,
}: {
  naming: Draft['naming'];
  choice: NamingChoice | null;
  set(choice: NamingChoice): void;
}) {
  const now = choice ?? naming.choice;
  // A unit left out of one rule may still be named by another; its bare name stands for all of them.
  const isOut = (rule: string, unit: string) => now.leaveOut.includes(unit) || now.leaveOut.includes(`${rule}/${unit}`);
  const toggle = (rule: string, unit: string, named: boolean) => {
    const others = now.leaveOut.filter((one) => one !== `${rule}/${unit}` && !(named && one === unit));
    set({ ...now, leaveOut: named ? others : [...others, `${rule}/${unit}`] });
  };
  const rules = new Set(naming.proposals.map(({ rule }) => rule));
  return (
    <div className="naming">
      {rules.has('praise-approved') && (
        <p className="rule">
          审发信息每组前
          <NumberField
            size="small"
            min={0}
            max={50}
            must
            aria-label="每组表扬名次"
            value={now.praisePerGroup}
            set={(n) => n !== null && !Number.isNaN(n) && set({ ...now, praisePerGroup: n })}
          />
          位予以表扬
        </p>
      )}
      {rules.has('blame-approved') && (
        <p className="rule">
          审发信息不超过
          <NumberField
            size="small"
            min={0}
            max={100_000}
            aria-label="点名的审发信息上限"
            value={now.blameApprovedAtMost}
            set={(n) => !Number.isNaN(n) && set({ ...now, blameApprovedAtMost: n })}
          />
          条的点名
        </p>
      )}
      {naming.proposals.length === 0 && <p className="section-foot">本期没有按规则提出的表扬或点名。</p>}
      {naming.proposals.map(({ rule, title, named, leftOut }) => {
        const units = [...named, ...leftOut];
        const printed = units.filter((unit) => !isOut(rule, unit)).length;
        return (
          <fieldset key={rule}>
            <legend>
              {rule.startsWith('praise') ? '表扬' : '点名'}：{title}
            </legend>
            <p className="section-foot">
              符合条件 {units.length} 个，列名 {printed} 个{units.length > printed && `，未列 ${units.length - printed} 个（文中写“等”）`}
            </p>
            {units.map((unit) => (
              <Checkbox key={unit} checked={!isOut(rule, unit)} onChange={(event) => toggle(rule, unit, event.target.checked)}>
                {unit}
                {isOut(rule, unit) && <em>未列名</em>}
              </Checkbox>
            ))}
          </fieldset>
        );
      })}
      {choice === null ? (
        <>
          {naming.needed && <p className="warn-line">名单按规则提出，还没有人确认，确认前不能印发。</p>}
          {naming.needed && (
            <Button type="primary" onClick={() => set(now)}>
              确认名单
            </Button>
          )}
        </>
      ) : (
        <p className="section-foot">名单已确认；再作调整即按调整后的名单。</p>
      )}
    </div>
  );
}
