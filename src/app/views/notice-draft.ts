import { ROLE_NAMES } from '../../ledger/event.ts';
import type { Disagreement } from '../../notice/audit/disagreement.ts';
import { layEdits } from '../../notice/edits/apply.ts';
import { printFigure } from '../../notice/figure.ts';
import { basisRegister, standingOn } from '../../notice/legal-basis.ts';
import { DEFAULT_NAMING } from '../../notice/naming.ts';
import { figureMap } from '../../notice/outline.ts';
import type { Snapshot } from '../../notice/snapshot.ts';
import { type KeptAct, listActs, nextNumber } from '../../store/notice-acts.ts';
import { NOTICE_ACT_NAMES } from '../../store/states.ts';
import { readAreaSettings } from '../area-settings.ts';
import { addresseesOf } from '../notices/address-groups.ts';
import { STAGE_NAMES, stageOf } from '../notices/life.ts';
import { missingOf, proposesNames } from '../notices/readiness.ts';
import { workingDraft } from '../notices/working-draft.ts';
import type { App } from '../open.ts';
import { noticeOf } from './notices.ts';

/** A draft as the editor shows it: paragraphs with their pieces, figures to insert, names proposed, what disagrees. */
export async function viewNoticeDraft(app: App, areaId: string, noticeId: string) {
  const notice = await noticeOf(app, areaId, noticeId);
  const draft = await workingDraft(app, notice);
  const { document, template, snapshot, edits } = draft;
  const acts = await listActs(app.db, noticeId);
  const { addressGroups } = await readAreaSettings(app.db, areaId);
  const stage = stageOf(notice.state, acts, draft.version);
  const figures = figureMap(document);
  const choice = snapshot.naming ?? DEFAULT_NAMING;
  const year = Number((document.signature.date ?? document.period.to).slice(0, 4));
  return {
    id: notice.id,
    version: draft.version,
    savedBy: draft.savedBy,
    savedAt: draft.savedAt,
    stage: { code: stage, name: STAGE_NAMES[stage] },
    acts: actRows(acts),
    period: document.period.label,
    marks: document.marks,
    letterhead: document.letterhead,
    addressees: document.addressees,
    addressGroups: addressGroups.map((group) => ({ name: group.name, addressees: addresseesOf(group) })),
    issuer: document.signature.issuer,
    head: {
      title: document.title,
      number: document.number,
      signedDate: document.signature.date,
      printedDate: document.record.printedDate,
      disclosureMark: snapshot.document.disclosureMark,
      addressees: [...snapshot.document.addressees],
      basis: snapshot.document.basis.map(({ title, number }) => ({ title, number })),
    },
    basisRegister: basisRows(snapshot),
    nextNumber: { year, number: await nextNumber(app.db, areaId, year) },
    paragraphs: layEdits(template.body, edits).map(({ runs, template: original, ...paragraph }) => ({
      ...paragraph,
      runs: [...runs],
      template: original && { heading: original.heading, runs: [...original.runs] },
    })),
    removed: template.body
      .filter(({ id }) => edits.removed.includes(id))
      .map(({ id, part, level, heading, runs }) => ({ id, part, level, heading, runs: [...runs] })),
    figures: document.figures.map((figure) => ({
      id: figure.id,
      name: figure.name,
      unit: figure.unit,
      printed: printFigure(figure),
      base: figure.base === null ? null : printFigure(figures.get(figure.base) ?? figure),
    })),
    naming: {
      confirmed: snapshot.naming !== null,
      choice: { ...choice, leaveOut: [...choice.leaveOut], praiseChannels: [...choice.praiseChannels] },
      needed: proposesNames(document),
      proposals: document.proposals.map(({ rule, title, named, leftOut }) => ({ rule, title, named: [...named], leftOut: [...leftOut] })),
    },
    disagreements: disagreementsOf(notice.disagreements),
    missing: missingOf(document, snapshot, notice.disagreements),
    attachments: document.attachments.map(({ title, table }) => ({ title, rows: table.rows.length })),
  };
}

/** 依据 to choose from, as they stand on the day of signing; before it is known, on the day of the cut-off. */
function basisRows({ document, period }: Snapshot) {
  const day = document.signedDate ?? period.cutoff;
  return basisRegister(document.basis).map((basis) => ({
    title: basis.title,
    number: basis.number,
    standing: standingOn(basis, day),
    from: basis.validity?.from ?? null,
    until: basis.validity?.until ?? null,
    replacedBy: basis.validity?.replacedBy ?? null,
  }));
}

/** Acts on a notice with the words people read. */
export const actRows = (acts: readonly KeptAct[]) =>
  acts.map(({ act, byRole, byName, at, note }) => ({
    act: { code: act, name: NOTICE_ACT_NAMES[act] },
    by: byName,
    role: ROLE_NAMES[byRole],
    at,
    note,
  }));

const disagreementsOf = (list: readonly Disagreement[]) =>
  list.map(({ severity, place, message, figure, kind, stated, recomputed }) => ({
    severity,
    place,
    message,
    figure,
    kind,
    stated,
    recomputed,
  }));
