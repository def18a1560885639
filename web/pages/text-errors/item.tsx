import { Button } from 'antd';
import { useState } from 'react';
import { moment } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Places } from './places.tsx';
import { Sentence } from './sentence.tsx';
import { type Act, ageOf, type Decision, type Item, idOf, isWholePage, SEVERITIES } from './types.ts';

interface Props {
  areaId: string;
  item: Item;
  today: string;
  chosen: boolean;
  picked: boolean;
  open: boolean;
  /** The act that waits for words, if any. */
  asking: Act | null;
  ready: boolean;
  /** Whether who looks may decide. */
  may: boolean;
  choose(): void;
  pick(on: boolean): void;
  toggle(): void;
  ask(act: Act | null): void;
  act(act: Act, more?: Partial<Decision>): void;
}

/** One doubtful string: the sentence, what would be right and why, where it stands, and what a reviewer may say. */
export function ReviewCard(props: Props) {
  const { areaId, item, today, chosen, picked, open, asking, may, choose, pick, toggle, act } = props;
  const { severity, kind, layer, why, places, pageCount, placeCount, site, unit, decision } = item;
  const [first] = places;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the whole list do the same
    <li id={`item-${idOf(item)}`} className={`text-item${chosen ? ' text-item-on' : ''}`} aria-current={chosen} onClick={choose}>
      <div className="text-item-head">
        {may && (
          <label className="text-pick">
            <input type="checkbox" checked={picked} onChange={(event) => pick(event.target.checked)} />
            <span className="skip">选择“{item.string}”</span>
          </label>
        )}
        <span>
          {isWholePage(item) ? (
            <b>{kind.name}</b>
          ) : (
            <>
              <b className="text-found">{item.string}</b>
              {item.suggestion !== null && (
                <>
                  {' → '}
                  <b className="is-good">{item.suggestion === '' ? '删去' : item.string.replace(item.found, item.suggestion)}</b>
                </>
              )}
            </>
          )}
        </span>
        <span className={severity === 1 ? 'is-bad' : 'sub'}>
          {severity === 1 ? <b>{SEVERITIES[severity]}</b> : SEVERITIES[severity]}·{layer.name}·{kind.name}
        </span>
      </div>
      {first && (
        <p className="text-sentence">
          <Sentence place={first} />
        </p>
      )}
      <p className="sub">{why}</p>
      <p className="sub">
        {first && <OutsideLink href={first.url}>{first.title ?? first.url}</OutsideLink>}　{unit}·{site}　{ageOf(item.newest, today)}
        {item.oldest !== null && item.oldest !== item.newest && `（最近一处；最早一处 ${item.oldest}）`}
        {placeCount > 1 && (
          <button type="button" className="plain text-more" aria-expanded={open} onClick={toggle}>
            {open ? '收起' : `共 ${placeCount} 处，${pageCount} 个页面`}
          </button>
        )}
      </p>
      {decision === null ? (
        may && <Acts {...props} />
      ) : (
        <p className="text-acts">
          <span>
            {decision.name}
            {decision.right && `，应为“${decision.right}”`}（{decision.by} {decision.at && moment(decision.at)}）
          </span>
          {may && (
            <Button size="small" disabled={!props.ready} onClick={() => act('undone')}>
              撤回
            </Button>
          )}
        </p>
      )}
      {asking !== null && <AskWords {...props} act={asking} say={act} />}
      {open && (
        <Places
          areaId={areaId}
          item={item}
          today={today}
          dismiss={props.ready && decision === null ? (place) => act('dismissed-here', { page: place.url }) : null}
        />
      )}
    </li>
  );
}

function Acts({ item, ready, ask, act, chosen }: Props) {
  const whole = isWholePage(item);
  const key = (letter: string) => chosen && <span className="text-key" data-key={letter} />;
  return (
    <p className="text-acts">
      <Button size="small" type="primary" disabled={!ready} onClick={() => act('confirmed')}>
        确认为错误{key('Y')}
      </Button>
      <Button size="small" disabled={!ready} onClick={() => act('dismissed-string')}>
        {whole ? '不是问题' : '本站不算错误'}
        {key('N')}
      </Button>
      {!whole && (
        <>
          <Button size="small" disabled={!ready} onClick={() => ask('wrong-suggestion')}>
            建议不对{key('W')}
          </Button>
          <Button size="small" disabled={!ready} onClick={() => ask('accepted-term')}>
            加为认可用语{key('T')}
          </Button>
        </>
      )}
    </p>
  );
}

/** The words an act needs: what is right, or the term to accept. */
function AskWords({ item, act, say, ask, ready }: Omit<Props, 'act'> & { act: Act; say: Props['act'] }) {
  const [words, setWords] = useState(act === 'accepted-term' ? item.string : '');
  const label = act === 'accepted-term' ? '认可的完整用语' : '正确的写法';
  return (
    <form
      className="text-acts"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && words.trim() !== '') say(act, { words: words.trim() });
      }}
    >
      <TextLine
        size="small"
        autoFocus
        aria-label={label}
        placeholder={label}
        most={100}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && ask(null)}
      />
      <Button size="small" type="primary" htmlType="submit" disabled={!ready || words.trim() === ''}>
        {act === 'accepted-term' ? '加为认可用语' : '确认有错，按此改正'}
      </Button>
      <Button size="small" onClick={() => ask(null)}>
        取消
      </Button>
    </form>
  );
}
