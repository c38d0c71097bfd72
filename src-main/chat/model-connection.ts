import { z } from 'zod';
import type { ChatRefusal } from '../../src-shared/chat/chat-refusal';
import type { ConnectionTest, LanguageModelState } from '../../src-shared/contract/language-model';
import type { SettingStore } from '../store/settings';
import type { Database } from '../store/sqlite';
import { write } from '../store/write';
import { type Connection, type LanguageModel, openLanguageModel } from './language-model';
import { checkAddress } from './model-address';
import type { ModelKeys } from './model-key';

/** What a person enters to connect a language model; a key of null is the one that is kept. */
export type ConnectionWish = {
  readonly address: string;
  readonly model: string;
  readonly key: string | null;
};

/** The language model that the person connected, if any. */
export type ModelConnection = {
  state(): Promise<LanguageModelState>;
  /** Null while none is connected. */
  current(): Promise<{ readonly connection: Connection; readonly model: LanguageModel } | null>;
  /** Answers with why it is not connected; null when it is. */
  connect(wish: ConnectionWish): Promise<ChatRefusal | null>;
  test(
    wish: ConnectionWish,
    signal: AbortSignal | undefined,
  ): Promise<ConnectionTest | ChatRefusal>;
  forget(): Promise<void>;
};

const setting = 'language-model';
/** What can stand in the header that carries a key. */
const keyCharacters = /^[\x21-\x7e]*$/;
const kept = z.object({ address: z.string(), model: z.string() }).nullable();

/** Address and name are settings; the key is never among them. */
export function openModelConnection(
  { database, settings }: { readonly database: Database; readonly settings: SettingStore },
  keys: ModelKeys,
  open: (connection: Connection) => LanguageModel = openLanguageModel,
): ModelConnection {
  const read = () => kept.safeParse(settings.read(setting)).data ?? null;
  const save = (value: z.output<typeof kept>) =>
    write(database, () => settings.save(setting, value));

  async function connectionOf(wish: ConnectionWish): Promise<Connection | ChatRefusal> {
    const checked = checkAddress(wish.address);
    if (checked.kind === 'refused') {
      return { code: 'model-address-invalid', reason: checked.reason };
    }
    const model = wish.model.trim();
    if (model === '') return { code: 'model-name-missing' };
    const entered = wish.key?.trim();
    if (entered !== undefined && !keyCharacters.test(entered)) return { code: 'model-key-invalid' };
    const key = entered === undefined ? await keys.keyFor(checked.origin) : entered;
    return { address: checked.address, model, key: key === '' ? null : key };
  }

  return {
    state: async () => {
      const connected = read();
      const origin = connected === null ? null : new URL(connected.address).origin;
      const key = origin === null ? null : await keys.keyFor(origin);
      return {
        connected,
        key: key === null ? 'none' : keys.isKept() ? 'kept' : 'session',
        keyStoreProblem: keys.problem(),
      };
    },
    current: async () => {
      const connected = read();
      if (connected === null) return null;
      const connection = await connectionOf({ ...connected, key: null });
      // Settings that were written by another hand are no connection.
      return 'code' in connection ? null : { connection, model: open(connection) };
    },
    connect: async (wish) => {
      const connection = await connectionOf(wish);
      if ('code' in connection) return connection;
      const { address, model, key } = connection;
      if (key === null) await keys.forget();
      else await keys.keep(new URL(address).origin, key);
      save({ address, model });
      return null;
    },
    test: async (wish, signal) => {
      const connection = await connectionOf(wish);
      return 'code' in connection ? connection : greet(open(connection), signal);
    },
    forget: async () => {
      await keys.forget();
      save(null);
    },
  };
}

/** Whether a model answers at all. */
async function greet(
  model: LanguageModel,
  signal: AbortSignal | undefined,
): Promise<ConnectionTest> {
  const stream = model.answer({
    instructions: 'Answer with the one word: ready',
    messages: [{ role: 'user', content: 'Are you there?' }],
    tools: {},
    signal,
  });
  for (;;) {
    const { done, value } = await stream.next();
    if (!done) continue;
    return value.kind === 'failed' ? { kind: 'fails', problem: value.problem } : { kind: 'works' };
  }
}
