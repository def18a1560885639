import type { Generated, Kysely } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { AssessmentTables } from './tables/assessment.ts';
import type { DeskTables } from './tables/desk.ts';
import type { FilingTables } from './tables/filings.ts';
import type { InspectTables } from './tables/inspect.ts';
import type { LedgerTables } from './tables/ledger.ts';
import type { LedgerMoveTables } from './tables/ledger-moves.ts';
import type { LookTables } from './tables/looks.ts';
import type { MessageTables } from './tables/messages.ts';
import type { NoticeTables } from './tables/notices.ts';
import type { OfficeTables } from './tables/office.ts';
import type { PeopleTables } from './tables/people.ts';
import type { PictureTables } from './tables/pictures.ts';
import type { PostTables } from './tables/posts.ts';
import type { PromptTables } from './tables/prompts.ts';
import type { RectifyTables } from './tables/rectify.ts';
import type { RegisterTables } from './tables/register.ts';
import type { VerdictTables } from './tables/verdicts.ts';
import type { WordingTables } from './tables/wording.ts';

/** Tables of the migrations, snake_case there and camelCase here; those of a subject stand in its file of `tables`. */
export interface Tables
  extends AssessmentTables,
    DeskTables,
    FilingTables,
    InspectTables,
    LedgerTables,
    LedgerMoveTables,
    LookTables,
    MessageTables,
    NoticeTables,
    OfficeTables,
    PeopleTables,
    PictureTables,
    PostTables,
    PromptTables,
    RectifyTables,
    RegisterTables,
    VerdictTables,
    WordingTables {
  schemaMigration: { name: string; checksum: string; appliedAt: Generated<Instant> };
}

/** A database handle; a transaction is one too, so every query function takes either. */
export type Db = Kysely<Tables>;
