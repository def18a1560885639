import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { noticeActRow, noticeMissing, noticeObjection } from '../notice-draft.ts';
import { noticeHead } from '../notice-head.ts';
import { OVERSEERS } from '../who.ts';

/** A piece of a paragraph; `figure` is the id of the bound figure it prints. */
const run = z.object({ text: z.string(), figure: z.string().nullable() });
const table = z.object({
  id: z.string(),
  columns: z.array(z.object({ key: z.string(), title: z.string(), group: z.string().nullable(), align: z.enum(['left', 'center']) })),
  rows: z.array(z.object({ id: z.string(), cells: z.record(z.string(), z.string()) })),
  /** Rows `from` … `from + rows - 1` of a column are printed as one cell. */
  merges: z.array(z.object({ column: z.string(), from: count, rows: count })),
  notes: z.array(z.string()),
});

export const notice = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/notices/:noticeId',
  title: '一份通报：正文、附件、数字、不一致之处、文件',
  who: OVERSEERS,
  grave: 'draft',
  machine: 'read',
  input: z.object({ areaId: id, noticeId: id }),
  output: z.object({
    head: noticeHead,
    snapshotHash: z.string(),
    sheet: z.string(),
    overrideReason: z.string().nullable(),
    /** The notice this one corrects. */
    supersedes: z.object({ id: z.string(), title: z.string() }).nullable(),
    /** Version of the words. */
    version: count,
    stage: named,
    acts: z.array(noticeActRow),
    /** Of a draft: what it lacks before 送审 and 印发. */
    missing: z.array(noticeMissing),
    /** Why the caller may not approve it: whoever wrote it does not review it. */
    ownDraft: z.string().nullable(),
    /** Of a draft: objections without an answer to what it tells of; it is not issued before each is answered or expressly known. */
    objections: z.array(noticeObjection),
    /** Of an issued one: the objections it was issued despite, why and by whom, and what became of each. */
    despite: z
      .object({
        by: z.string(),
        at: z.string(),
        rows: z.array(noticeObjection.extend({ reason: z.string(), answer: z.string().nullable() })),
      })
      .nullable(),
    /** Of a draft and of the one in force: what it says and what has turned out otherwise since. */
    outdated: z.array(z.object({ text: z.string(), problemId: z.string().nullable() })),
    /** The correction that took its place, or the draft of one. */
    correction: z.object({ id: z.string(), title: z.string(), state: named }).nullable(),
    sealed: z.boolean(),
    disclosureMark: z.string().nullable(),
    publication: z.object({
      choices: z.object({
        organisation: z.string().nullable(),
        columns: z.array(z.object({ id: z.string(), path: z.array(z.string()) })),
        genres: z.array(z.string()),
        groupings: z.array(z.string()),
        topics: z.array(z.string()),
      }),
      published: z.boolean(),
      indexNumber: z.string().nullable(),
      address: z.string().nullable(),
      publishedOn: z.string().nullable(),
      views: count,
    }),
    /** Of a draft without 印发日期: the one it gets if no other is chosen, and the first it may be. */
    printing: z.object({ day: date, from: date.nullable() }).nullable(),
    number: z.string().nullable(),
    letterhead: z.string().nullable(),
    addressees: z.string(),
    body: z.array(
      z.object({ id: z.string(), level: z.number().int(), number: z.string(), heading: z.string().nullable(), runs: z.array(run) }),
    ),
    signature: z.object({ issuer: z.string(), date: z.string().nullable() }),
    attachments: z.array(z.object({ mark: z.string(), title: z.string(), table })),
    figures: z.array(z.object({ id: z.string(), name: z.string(), printed: z.string(), base: z.string().nullable() })),
    disagreements: z.array(
      z.object({
        severity: z.enum(['refused', 'blocks', 'warns']),
        place: z.string(),
        message: z.string(),
        figure: z.string().nullable(),
      }),
    ),
    files: z.array(z.object({ format: z.string(), formatName: z.string(), fileName: z.string(), bytes: count })),
  }),
});
