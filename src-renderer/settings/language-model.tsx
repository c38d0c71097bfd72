import { useEffect, useId, useState } from 'react';
import type { LanguageModelState } from '../../src-shared/contract/language-model';
import { type Answer, ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { Button } from '../ui/button';
import { Field } from '../ui/field';

type Told = { readonly isProblem: boolean; readonly text: string } | null;

const keyWords: Record<LanguageModelState['key'], string> = {
  none: 'No key is kept.',
  kept: 'A key is kept, sealed by this computer’s key store.',
  session: 'A key is kept in memory.',
};

/** The language model that answers in the chat and writes outlines, where one is connected. */
export function LanguageModelSection() {
  const [state, setState] = useState<LanguageModelState | null>(null);
  useEffect(() => {
    void ask(tally().languageModel.state()).then((answer) =>
      answer.kind === 'answered' ? setState(answer.value) : undefined,
    );
  }, []);
  return (
    <section aria-labelledby="language-model-heading">
      <h2 id="language-model-heading" className="mb-1 text-base font-semibold">
        Language model
      </h2>
      <p className="mb-3 text-sm text-muted">
        Without one, the built-in guide answers and nothing leaves this computer. With one, your
        messages and the figures that it looks up are sent to the address below. It can fill in
        forms; it can’t generate or buy anything.
      </p>
      {state === null ? null : <ModelForm state={state} onChange={setState} />}
    </section>
  );
}

type ModelFormProps = {
  state: LanguageModelState;
  onChange: (state: LanguageModelState) => void;
};

function ModelForm({ state, onChange }: ModelFormProps) {
  const { connected, key: kept } = state;
  const [address, setAddress] = useState(connected?.address ?? '');
  const [model, setModel] = useState(connected?.model ?? '');
  const [key, setKey] = useState('');
  // An empty field leaves the key as it is.
  const deeds = useDeeds({ address, model, key: key === '' ? null : key }, (next) => {
    setAddress(next.connected?.address ?? '');
    setModel(next.connected?.model ?? '');
    setKey('');
    onChange(next);
  });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        deeds.connect();
      }}
    >
      <TextField
        label="Address"
        value={address}
        onChange={setAddress}
        placeholder="http://127.0.0.1:11434/v1"
      />
      <TextField
        label="Model"
        value={model}
        onChange={setModel}
        placeholder="as its server calls it"
      />
      <TextField
        label="Key"
        value={key}
        onChange={setKey}
        secret
        placeholder={kept === 'none' ? 'where one is needed' : 'unchanged'}
      />
      <p className="text-sm text-muted">
        {keyWords[kept]} {state.keyStoreProblem}
      </p>
      <DeedButtons deeds={deeds} isConnected={connected !== null} />
    </form>
  );
}

type Deeds = ReturnType<typeof useDeeds>;

function DeedButtons({ deeds, isConnected }: { deeds: Deeds; isConnected: boolean }) {
  const { busy, told, test, forget } = deeds;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" aria-disabled={busy}>
          {isConnected ? 'Save' : 'Connect'}
        </Button>
        <Button aria-disabled={busy} onClick={test}>
          {busy ? 'Asking…' : 'Test the connection'}
        </Button>
        {isConnected ? <Button onClick={forget}>Forget</Button> : null}
      </div>
      <p
        role="status"
        className={`text-sm ${told?.isProblem === true ? 'text-danger' : 'text-ink'}`}
      >
        {told?.text ?? ''}
      </p>
    </>
  );
}

/** What the buttons do, one at a time, and what came of the last. */
function useDeeds(wish: ConnectionWish, onChange: (state: LanguageModelState) => void) {
  const [told, setTold] = useState<Told>(null);
  const [busy, setBusy] = useState(false);
  const work = async (deed: () => Promise<Told>) => {
    if (busy) return;
    setBusy(true);
    setTold(null);
    setTold(await deed());
    setBusy(false);
  };
  const take = async (call: () => Promise<Answer<LanguageModelState>>, text: string) => {
    const answer = await call();
    if (answer.kind !== 'answered') return { isProblem: true, text: sentenceOf(answer) };
    onChange(answer.value);
    return { isProblem: false, text };
  };
  const { languageModel } = tally();
  return {
    told,
    busy,
    connect: () => void work(() => take(() => ask(languageModel.connect(wish)), 'Connected.')),
    forget: () => void work(() => take(() => ask(languageModel.forget()), 'Forgotten.')),
    test: () => void work(() => tested(wish)),
  };
}

type ConnectionWish = Parameters<ReturnType<typeof tally>['languageModel']['test']>[0];

async function tested(wish: ConnectionWish): Promise<Told> {
  const answer = await ask(tally().languageModel.test(wish));
  if (answer.kind !== 'answered') return { isProblem: true, text: sentenceOf(answer) };
  const { value } = answer;
  return value.kind === 'works'
    ? { isProblem: false, text: 'The model answers.' }
    : { isProblem: true, text: value.problem };
}

type TextFieldProps = {
  label: string;
  value: string;
  placeholder: string;
  secret?: boolean;
  onChange: (value: string) => void;
};

function TextField({ label, value, placeholder, secret = false, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <Field label={label} controlId={id}>
      <input
        id={id}
        type={secret ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 w-full rounded-md border border-edge/60 bg-paper px-2 text-sm"
      />
    </Field>
  );
}
