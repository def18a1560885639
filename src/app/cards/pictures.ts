import { cardSubject } from '../../checks/judge-cards.ts';
import { MingchaError } from '../../core/error.ts';
import { makeFact } from '../../evidence/fact.ts';
import { findFacts, insertFacts } from '../../store/facts.ts';
import { areaOfChannel } from '../../store/views-channel.ts';
import { shippedCatalogue } from '../judge/rules.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { checkProofFile } from '../rectify/check-proof-file.ts';
import { safeName } from '../rectify/proofs.ts';
import { readingMoment } from '../wording/stock.ts';

interface About {
  cardId: string;
  channelId: string;
}

/** Keeps a picture as evidence for an answer that is about to be given, told by its bytes. @throws not-found, bad-input. */
export async function addCardPicture(
  app: App,
  areaId: string,
  { cardId, channelId }: About,
  file: { name: string; bytes: Uint8Array },
  caller: Caller,
): Promise<{ id: string; fileName: string }> {
  const card = (await shippedCatalogue()).cards.find(({ id }) => id === cardId);
  if (!card || (await areaOfChannel(app.db, channelId)) !== areaId) throw gone();
  if (card.withoutPictures) throw new MingchaError('refused', '这项检查不得上传图片。', card.proof);
  const { kind } = await checkProofFile(file.bytes, ['png', 'jpg']);
  const fileName = safeName(file.name, kind);
  const blob = await app.blobs.put(file.bytes);
  const fact = makeFact<'card-picture'>({
    ...{ kind: 'card-picture', channelId, subjectId: cardSubject(cardId), at: await readingMoment(app, areaId) },
    ...{ source: fileName, how: 'manual/1', blob },
    data: { card: cardId, kind: kind === 'png' ? 'png' : 'jpg', bytes: file.bytes.length, fileName, person: caller.name },
  });
  await insertFacts(app.db, [fact]);
  return { id: fact.id, fileName };
}

/** A picture as it was handed in. Throws 'not-found'. */
export async function readCardPicture(app: App, areaId: string, channelId: string, factId: string) {
  const fact = (await areaOfChannel(app.db, channelId)) === areaId ? (await findFacts(app.db, channelId, [factId]))[0] : undefined;
  if (fact?.kind !== 'card-picture' || fact.blob === null) throw gone();
  return { bytes: await app.blobs.get(fact.blob), fileName: fact.source };
}

const gone = (): MingchaError => new MingchaError('not-found', '没有这张图片，或者没有这项检查。', '请刷新页面后重新选择。');
