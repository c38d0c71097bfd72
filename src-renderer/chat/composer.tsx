import { Send, Square } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { longestMessage } from '../../src-shared/contract/chat';
import { Button } from '../ui/button';
import { formatCount } from '../ui/figures';
import { answererSentence, nextAnswerer } from './answerer-words';
import { chatStore } from './chat-store';
import { sendMessage, stopAnswer } from './send-message';

/** Where a message is written; it says who answers, and that it costs nothing (B2). */
export function Composer() {
  const unsent = chatStore((store) => store.unsent);
  const openId = chatStore((store) => store.openId);
  const isAnswering = chatStore((store) => store.answering !== null);
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chat is another thing to write
  useEffect(() => field.current?.focus(), [openId]);
  return (
    <div className="shrink-0 border-t border-line bg-surface px-5 py-3">
      <div className="mx-auto flex max-w-2xl flex-col gap-2">
        <div className="flex items-end gap-2">
          <textarea
            ref={field}
            aria-label="Message"
            aria-describedby="who-answers"
            value={unsent}
            rows={2}
            maxLength={longestMessage}
            placeholder="Ask, or say what to make"
            onChange={(event) => chatStore.getState().write(event.target.value)}
            onKeyDown={sendByEnter}
            className="max-h-40 min-h-14 min-w-0 flex-1 resize-none rounded-md border border-edge/60 bg-paper px-3 py-2 field-sizing-content"
          />
          {isAnswering ? (
            <Button onClick={stopAnswer} className="h-10">
              <Square size={14} aria-hidden />
              Stop
            </Button>
          ) : (
            <Button
              look="primary"
              aria-disabled={unsent.trim() === ''}
              onClick={() => void sendMessage()}
              className="h-10"
            >
              <Send size={14} aria-hidden />
              Send
            </Button>
          )}
        </div>
        <WhoAnswers />
        {unsent.length > longestMessage * 0.9 ? (
          <p className="text-xs text-muted">
            {formatCount(unsent.length)} of {formatCount(longestMessage)} characters
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** Enter sends, with Shift it begins a new line. A key that composes a letter does neither. */
function sendByEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  // With Ctrl it would press Generate on another screen.
  event.stopPropagation();
  if (!event.repeat) void sendMessage();
}

function WhoAnswers() {
  const model = chatStore((store) => store.model);
  const asksGuide = chatStore((store) => store.asksGuide);
  const connected = model?.connected ?? null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 text-xs text-muted">
      <p id="who-answers" className="min-w-0 flex-1 wrap-anywhere">
        {answererSentence(nextAnswerer(model, asksGuide))}
      </p>
      {connected === null ? null : (
        <label className="flex items-center gap-1.5 text-ink">
          <input
            type="checkbox"
            checked={asksGuide}
            onChange={(event) => chatStore.getState().askGuide(event.target.checked)}
          />
          Ask the guide instead
        </label>
      )}
    </div>
  );
}
