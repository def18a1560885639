import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { chipOf, fillField, isChip, piecesOf, readRuns } from './runs-dom.ts';
import type { FigureInfo, Run } from './types.ts';

/** A bound piece that was clicked: which of the paragraph's, and what it is. */
export interface ChosenPiece {
  nth: number;
  figure: string | null;
  text: string;
}

interface Props {
  id: string;
  label: string;
  runs: readonly Run[];
  figures: ReadonlyMap<string, FigureInfo>;
  change(runs: Run[]): void;
  choose(piece: ChosenPiece): void;
  /** Somebody tried to type over a bound piece. */
  refused(): void;
  enter(): void;
  /** Given a figure's id to put in where the caret last stood. */
  insertion: { figure: string; turn: number } | null;
}

/**
 * Words that are typed freely around pieces that are not. React does not touch what stands inside: the caret would jump.
 * Whatever the way a bound piece was lost (typing over a selection, dragging, an input method), it is put back.
 */
export function ParagraphField({ id, label, runs, figures, change, choose, refused, enter, insertion }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const shown = useRef<readonly Run[] | null>(null);
  const caret = useRef<Range | null>(null);
  useEffect(() => {
    if (!field.current || shown.current === runs) return;
    fillField(field.current, runs, figures);
    shown.current = runs;
    caret.current = null;
  }, [runs, figures]);

  const read = (): void => {
    if (!field.current) return;
    const now = readRuns(field.current);
    if (piecesOf(now) === piecesOf(shown.current ?? [])) {
      shown.current = now;
      change(now);
      return;
    }
    fillField(field.current, shown.current ?? [], figures);
    refused();
  };
  const remember = (): void => {
    const selection = window.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    if (range && field.current?.contains(range.startContainer)) caret.current = range.cloneRange();
  };
  const turn = useRef(0);
  useEffect(() => {
    const box = field.current;
    if (!insertion || !box || insertion.turn === turn.current) return;
    turn.current = insertion.turn;
    const chip = chipOf({ figure: insertion.figure }, figures);
    const place = caret.current;
    const inside = place && box.contains(place.startContainer) && !isChip(place.startContainer.parentElement);
    if (inside) {
      place.collapse(false);
      place.insertNode(chip);
    } else box.append(chip);
    const now = readRuns(box);
    fillField(box, now, figures);
    shown.current = now;
    change(now);
  }, [insertion, figures, change]);

  const pick = (target: EventTarget | null): boolean => {
    if (!isChip(target)) return false;
    const chips = [...(field.current?.childNodes ?? [])].filter(isChip);
    choose({ nth: chips.indexOf(target), figure: target.dataset.figure ?? null, text: target.textContent ?? '' });
    return true;
  };
  const keys = (event: KeyboardEvent): void => {
    if (isChip(event.target)) {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        pick(event.target);
      }
      return;
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      enter();
    }
  };
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain').replace(/\s*\n\s*/g, '');
    document.execCommand('insertText', false, text);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input holds no chips
    <div
      ref={field}
      id={id}
      className="paragraph-field"
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={label}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      onInput={(event) => {
        if (!(event.nativeEvent as InputEvent).isComposing) read();
      }}
      onCompositionEnd={read}
      onKeyDown={keys}
      onKeyUp={remember}
      onMouseUp={remember}
      onBlur={remember}
      onPaste={paste}
      onDrop={(event) => event.preventDefault()}
      onClick={(event: MouseEvent) => pick(event.target)}
    />
  );
}
