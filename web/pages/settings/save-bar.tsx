import { Button, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useMe } from '../../app/use-me.ts';
import { useUnsaved } from '../../app/use-unsaved.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { Section } from '../../parts/section.tsx';

interface Saving {
  isChanged: boolean;
  save: { mutate(): void; isPending: boolean; isSuccess: boolean; error: unknown };
}

/** A part of the settings: its fields, and one button that keeps them. Who may not change them reads them. */
export function SettingsPart({
  title,
  note,
  saving,
  may,
  children,
}: {
  title: string;
  note?: ReactNode;
  saving: Saving;
  /** Null: the office. */
  may?: boolean;
  children: ReactNode;
}) {
  const { role } = useMe();
  const mayChange = may ?? role === 'office';
  const { isChanged, save } = saving;
  const question = useUnsaved(isChanged);
  return (
    <Section title={title} note={mayChange ? note : '只读：由政务公开办设置'}>
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <ConfigProvider componentDisabled={!mayChange}>
          <fieldset disabled={!mayChange}>
            <legend className="heard">{title}</legend>
            <FaultsOf error={save.error}>{children}</FaultsOf>
          </fieldset>
        </ConfigProvider>
        {mayChange && (
          <div className="settings-save">
            <Button type="primary" htmlType="submit" disabled={!isChanged} loading={save.isPending}>
              保存
            </Button>
            <span className="section-note" role="status">
              {isChanged ? '有改动，尚未保存' : save.isSuccess ? '已保存' : ''}
            </span>
          </div>
        )}
        {question}
        {save.error ? <ErrorState error={save.error} /> : null}
      </form>
    </Section>
  );
}
