import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { describeRefusal } from '../../src-shared/refusal';
import { longestTopic } from '../../src-shared/storyboard/board';
import { handedTopicStore } from '../stores/handed-topic';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { BoardList } from './board-list';
import { DocumentField } from './document-field';
import { beginWithFile, beginWithTopic, listBoards, stopOutline } from './storyboard-actions';
import { storyboardStore } from './storyboard-store';

/** Where a storyboard begins: with a topic or a document; and those there are. */
export function StartPanel() {
  const busy = storyboardStore((store) => store.busy === 'outline');
  const refusal = storyboardStore((store) => store.refusal);
  const [over, setOver] = useState(false);
  useEffect(() => void listBoards(), []);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void beginWithFile(file, file.name);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped anywhere; the keyboard has the button
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(event.dataTransfer.types.includes('Files'));
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className="min-w-0 flex-1 overflow-y-auto"
    >
      <div className="mx-auto flex max-w-3xl flex-col gap-6 p-6">
        <div>
          <h2 className="text-lg font-semibold">A film from a topic or a document</h2>
          <p className="mt-1 text-muted">
            It becomes scenes with captions first, which you can change. Nothing is charged before
            you have pictures made, and putting them together is free.
          </p>
        </div>
        <div
          aria-busy={busy}
          className="flex flex-col gap-5 rounded-lg border border-line bg-panel p-4"
        >
          <TopicForm busy={busy} />
          <DocumentField busy={busy} over={over} />
          {busy ? <Making /> : null}
          {refusal === null ? null : (
            <p role="alert" className="text-sm text-danger">
              {describeRefusal(refusal)}
            </p>
          )}
        </div>
        <BoardList />
      </div>
    </div>
  );
}

function Making() {
  return (
    <div className="flex items-center justify-between gap-2">
      <p role="status" className="text-sm text-muted">
        The scenes are being made…
      </p>
      <Button onClick={stopOutline}>Cancel</Button>
    </div>
  );
}

function TopicForm({ busy }: { busy: boolean }) {
  const id = useId();
  const [topic, setTopic] = useState(() => handedTopicStore.getState().topic ?? '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    handedTopicStore.getState().taken();
  }, []);
  return (
    <form
      aria-label="From a topic"
      onSubmit={(event) => {
        event.preventDefault();
        void beginWithTopic(topic);
      }}
    >
      <Field label="Topic" controlId={id}>
        <div className="flex gap-2">
          <input
            ref={field}
            id={id}
            type="text"
            dir="auto"
            value={topic}
            maxLength={longestTopic}
            placeholder="How a lighthouse works"
            onChange={(event) => setTopic(event.target.value)}
            className="h-9 min-w-0 flex-1 rounded-md border border-edge/60 bg-paper px-2.5"
          />
          <Button type="submit" look="primary" aria-disabled={busy} className="h-9">
            {busy ? 'Making scenes…' : 'Make scenes'}
          </Button>
        </div>
      </Field>
    </form>
  );
}
