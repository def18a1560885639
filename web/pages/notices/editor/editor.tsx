import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { message, Tabs } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { chineseDate } from '../../../../src/core/date.ts';
import { headingLabels } from '../../../../src/core/heading-number.ts';
import type { Search } from '../../../app/search.ts';
import { FaultsOf } from '../../../parts/faults.tsx';
import { StatusMark } from '../../../parts/status-mark.tsx';
import { MissingList } from '../missing-list.tsx';
import { BasisPanel } from './basis-panel.tsx';
import {
  addParagraph,
  bindQuote,
  changeParagraph,
  moveParagraph,
  ownId,
  removeParagraph,
  restoreParagraph,
  withoutPiece,
} from './changes.ts';
import { CheckPanel } from './check-panel.tsx';
import { FigurePicker } from './figure-picker.tsx';
import { HeadPanel } from './head-panel.tsx';
import { fieldId, markTyped } from './highlight.ts';
import { NamingPanel } from './naming-panel.tsx';
import { ParagraphBlock } from './paragraph-block.tsx';
import type { ChosenPiece } from './paragraph-field.tsx';
import { RemovePiece } from './remove-piece.tsx';
import { type LibraryRequirement, RequirementPanel } from './requirement-panel.tsx';
import { SaveState } from './save-state.tsx';
import type { Draft } from './types.ts';
import { useDraft } from './use-draft.ts';
import '../workshop.css';

const FigureDrawer = lazy(() => import('../figure-drawer.tsx'));

/** What the figure picker was opened for: the caret of a paragraph, or a typed number in it. */
interface Picking {
  paragraph: string;
  quote: string | null;
}

export function Editor({ areaId, noticeId, loaded }: { areaId: string; noticeId: string; loaded: Draft }) {
  const { server, local, saving, change, save } = useDraft(areaId, noticeId, loaded);
  const { figure: shownFigure, tab = 'check' } = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const [toast, holder] = message.useMessage();
  const [picking, setPicking] = useState<Picking | null>(null);
  const [insertion, setInsertion] = useState<{ paragraph: string; figure: string; turn: number } | null>(null);
  const [piece, setPiece] = useState<(ChosenPiece & { paragraph: string }) | null>(null);
  const figures = useMemo(() => new Map(server.figures.map((figure) => [figure.id, figure])), [server.figures]);
  const labels = headingLabels(
    local.paragraphs.map(({ level }) => level),
    server.marks,
  );
  useEffect(() => {
    markTyped(server.disagreements);
  });

  const openFigure = (id: string | undefined) =>
    navigate({ to: '.', search: (before: Search) => ({ ...before, figure: id }), resetScroll: false });
  const goto = (paragraph: string) => {
    document.getElementById(`block-${paragraph}`)?.scrollIntoView({ block: 'center' });
    document.getElementById(fieldId(paragraph))?.focus({ preventScroll: true });
  };
  const choose = (paragraph: string, chosen: ChosenPiece) => {
    setPiece({ paragraph, ...chosen });
    if (chosen.figure !== null) openFigure(chosen.figure);
  };
  const removePiece = () => {
    if (!piece) return;
    change((draft) => {
      const paragraph = draft.paragraphs.find(({ id }) => id === piece.paragraph);
      return paragraph ? changeParagraph(draft, paragraph.id, { runs: withoutPiece(paragraph.runs, piece.nth) }) : draft;
    });
    setPiece(null);
    openFigure(undefined);
  };
  const bind = (id: string, quote: string, figure: string) =>
    change((draft) => {
      const paragraph = draft.paragraphs.find((one) => one.id === id);
      return paragraph ? changeParagraph(draft, id, { runs: [...bindQuote(paragraph.runs, quote, figure)] }) : draft;
    });
  const pick = (figure: string) => {
    if (!picking) return;
    if (picking.quote !== null) bind(picking.paragraph, picking.quote, figure);
    else setInsertion((before) => ({ paragraph: picking.paragraph, figure, turn: (before?.turn ?? 0) + 1 }));
    setPicking(null);
  };
  const insertRequirement = ({ heading, text, deadline }: LibraryRequirement) => {
    const after =
      local.paragraphs.findLast(({ part, personal }) => part === 'requirements' && !personal)?.id ?? local.paragraphs.at(-1)?.id;
    const id = ownId(local, 'requirement');
    change((draft) => addParagraph(draft, after ?? '', { id, part: 'requirements', level: 2, heading, runs: [{ text }], deadline }));
    setTimeout(() => goto(id), 50);
  };
  const bars = server.disagreements.filter(({ severity }) => severity !== 'warns').length;
  const resets = server.stage.code === 'submitted' || server.stage.code === 'approved';
  return (
    <>
      {holder}
      <div className="page-head">
        <p className="crumb">
          <Link to="/areas/$areaId/notices" params={{ areaId }} search={{}}>
            通报
          </Link>
          <span>{server.period}</span>
          <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId }} search={{}}>
            查看成文
          </Link>
        </p>
        <h1>{local.head.title}</h1>
        <div className="page-note notice-meta">
          <StatusMark {...server.stage} />
          <SaveState saving={saving} server={server} save={save} />
        </div>
        {resets && <p className="warn-line">这份通报{server.stage.name}；改动保存后须重新送审。</p>}
        <MissingList place={{ areaId, noticeId }} missing={server.missing} />
      </div>
      <FaultsOf asks={false} error={'error' in saving ? saving.error : null}>
        <div className="notice editor">
          <div className="paper-side">
            <article className="paper paper-edit" aria-label="通报草稿">
              {server.letterhead && <p className="letterhead">{server.letterhead}</p>}
              {local.head.number && <p className="doc-number">{local.head.number}</p>}
              {server.letterhead && <hr className="red-line" />}
              <h2 className="doc-title">{local.head.title}</h2>
              {server.addressees && <p className="addressees">{server.addressees}：</p>}
              {local.paragraphs.map((paragraph, i) => {
                const faults = server.disagreements.filter(({ place }) => place === paragraph.id);
                return (
                  <ParagraphBlock
                    key={paragraph.id}
                    paragraph={paragraph}
                    at={`paragraphs.${i}`}
                    label={labels[i] ?? ''}
                    figures={figures}
                    faults={{ count: faults.length, bars: faults.some(({ severity }) => severity !== 'warns') }}
                    signedDate={local.head.signedDate}
                    insertion={insertion?.paragraph === paragraph.id ? insertion : null}
                    first={i === 0}
                    last={i === local.paragraphs.length - 1}
                    acts={{
                      change: (how) => change((draft) => changeParagraph(draft, paragraph.id, how)),
                      choose: (chosen) => choose(paragraph.id, chosen),
                      refused: () => toast.info('数字和名称不能直接改写；点开它可以查看来源，或从文中移除。'),
                      move: (by) => change((draft) => moveParagraph(draft, paragraph.id, by)),
                      add: () => {
                        const id = ownId(local);
                        change((draft) => addParagraph(draft, paragraph.id, { id }));
                        setTimeout(() => goto(id), 50);
                      },
                      remove: () => change((draft) => removeParagraph(draft, paragraph.id)),
                      insert: () => setPicking({ paragraph: paragraph.id, quote: null }),
                    }}
                  />
                );
              })}
              <p className="signature">
                {server.issuer}
                <br />
                {local.head.signedDate ? chineseDate(local.head.signedDate) : '（成文日期未定）'}
              </p>
              {server.attachments.length > 0 && (
                <p className="section-foot">
                  附件：{server.attachments.map(({ title, rows }) => `${title}（${rows} 行）`).join('；')}。附表由快照生成，不在此处修改。
                </p>
              )}
            </article>
          </div>
          <aside className="notice-side section" aria-label="核对、点名与要求">
            <Tabs
              activeKey={tab}
              onChange={(key) =>
                navigate({ to: '.', search: (before: Search) => ({ ...before, tab: key }), replace: true, resetScroll: false })
              }
              size="small"
              items={[
                {
                  key: 'check',
                  label: `核对${bars > 0 ? ` ${bars}` : ''}`,
                  children: (
                    <CheckPanel
                      disagreements={server.disagreements}
                      figures={figures}
                      draft={local}
                      goto={goto}
                      bind={bind}
                      choose={(paragraph, quote) => setPicking({ paragraph, quote })}
                    />
                  ),
                },
                {
                  key: 'naming',
                  label: '点名',
                  children: (
                    <NamingPanel naming={server.naming} choice={local.naming} set={(naming) => change((draft) => ({ ...draft, naming }))} />
                  ),
                },
                {
                  key: 'requirements',
                  label: '要求库',
                  children: <RequirementPanel areaId={areaId} insert={insertRequirement} signedDate={local.head.signedDate} />,
                },
                {
                  key: 'basis',
                  label: '依据',
                  children: (
                    <BasisPanel
                      register={server.basisRegister}
                      chosen={local.head.basis ?? []}
                      choose={(basis) => change((draft) => ({ ...draft, head: { ...draft.head, basis: [...basis] } }))}
                    />
                  ),
                },
                {
                  key: 'head',
                  label: '版头',
                  children: (
                    <HeadPanel
                      head={local.head}
                      nextNumber={server.nextNumber}
                      addressGroups={server.addressGroups}
                      removed={local.removed}
                      change={(head) => change((draft) => ({ ...draft, head: { ...draft.head, ...head } }))}
                      restore={(paragraph) => change((draft) => restoreParagraph(draft, paragraph))}
                    />
                  ),
                },
              ]}
            />
          </aside>
        </div>
      </FaultsOf>
      {picking && (
        <FigurePicker
          figures={server.figures}
          unit={picking.quote === null ? null : (/[^\d.\s]+$/.exec(picking.quote)?.[0] ?? null)}
          pick={pick}
          close={() => setPicking(null)}
        />
      )}
      {piece && piece.figure === null && <RemovePiece text={piece.text} remove={removePiece} close={() => setPiece(null)} />}
      {shownFigure && (
        <Suspense fallback={null}>
          <FigureDrawer
            areaId={areaId}
            noticeId={noticeId}
            figureId={shownFigure}
            open={openFigure}
            remove={piece?.figure === shownFigure ? removePiece : undefined}
          />
        </Suspense>
      )}
    </>
  );
}
