import { useEffect, useRef, useState } from 'react';
import { examples } from '../../src-shared/chat/answers/about-answers';
import { Button } from '../ui/button';
import { answererName, nextAnswerer } from './answerer-words';
import { chatStore } from './chat-store';
import { AnswerView, MessageView } from './message-view';
import { sendMessage } from './send-message';

/** So near the end, in pixels, one reads along; further up one reads something else and is left in peace. */
const nearEnd = 120;
/** So much of an answer is read out; all of it can be read in its place. */
const mostRead = 600;

/** What was said so far, and the answer on its way. */
export function Conversation() {
  const openId = chatStore((store) => store.openId);
  const messages = chatStore((store) => store.messages);
  const answering = chatStore((store) => store.answering);
  const problem = chatStore((store) => store.problem);
  const place = useRef<HTMLElement>(null);
  const current = answering?.chatId === openId ? answering : null;
  useReadAlong(place);
  const isEmpty = messages.length === 0 && current === null;
  return (
    <section
      ref={place}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
      tabIndex={0}
      aria-label="Conversation"
      className="min-h-0 flex-1 overflow-y-auto px-5 py-4"
    >
      <div className="mx-auto flex max-w-2xl flex-col gap-4">
        {isEmpty ? <Beginning /> : null}
        <ol aria-label="Messages" className="flex flex-col gap-4">
          {messages.map((message) => (
            <MessageView key={message.number} chatId={openId} message={message} />
          ))}
          {current === null ? null : <AnswerOnItsWay />}
        </ol>
        {problem === null ? null : (
          <p role="alert" className="text-sm text-danger">
            {problem}
          </p>
        )}
      </div>
      <Spoken />
    </section>
  );
}

function AnswerOnItsWay() {
  const answering = chatStore((store) => store.answering);
  const model = chatStore((store) => store.model);
  const asksGuide = chatStore((store) => store.asksGuide);
  if (answering === null) return null;
  const { chatId, text, forms } = answering;
  const name = answererName(nextAnswerer(model, asksGuide));
  return (
    <AnswerView name={name} text={text} forms={forms} formName={`${chatId} coming`}>
      <p className="animate-breathe text-sm text-muted">
        {text === '' ? 'Thinking…' : 'Answering…'}
      </p>
    </AnswerView>
  );
}

/** An empty chat teaches what can be said in it. */
function Beginning() {
  return (
    <div className="flex flex-col items-start gap-3 pt-4">
      <h2 className="text-lg font-semibold">Ask about your credits, or say what to make</h2>
      <p className="text-muted">
        Questions are answered from your own figures. What you want made becomes a form with its
        receipt; nothing is made before you press Generate.
      </p>
      <ul aria-label="Examples" className="flex flex-wrap gap-2">
        {examples.map((example) => (
          <li key={example}>
            <Button onClick={() => void sendMessage(example)}>{example}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Says once that an answer comes, and reads it out when it is whole: not every word of it. */
function Spoken() {
  const isAnswering = chatStore((store) => store.answering !== null);
  const last = chatStore((store) => store.messages.at(-1));
  const [text, setText] = useState('');
  const was = useRef(false);
  useEffect(() => {
    if (isAnswering && !was.current) setText('An answer is coming.');
    if (!isAnswering && was.current && last?.role === 'guide') {
      const form = last.forms.length > 0 ? ' A form is prepared below it.' : '';
      setText(
        `${answererName(last.by)}: ${last.text.slice(0, mostRead)}${last.problem ?? ''}${form}`,
      );
    }
    was.current = isAnswering;
  }, [isAnswering, last]);
  return (
    <div aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}

/** Keeps the end in sight while one reads along there. */
function useReadAlong(place: React.RefObject<HTMLElement | null>) {
  const openId = chatStore((store) => store.openId);
  const messages = chatStore((store) => store.messages);
  const answering = chatStore((store) => store.answering);
  const before = useRef({ height: 0, openId });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end moves with these
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const { scrollHeight, scrollTop, clientHeight } = element;
    const wasNear = before.current.height - scrollTop - clientHeight < nearEnd;
    if (wasNear || before.current.openId !== openId) element.scrollTop = scrollHeight;
    before.current = { height: scrollHeight, openId };
  }, [place, openId, messages, answering]);
}
