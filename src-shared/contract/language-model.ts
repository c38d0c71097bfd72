import { type } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './refused';

/** The language model that answers in the chat, and whether its key is kept. The key itself is told to nobody. */
export type LanguageModelState = {
  /** Null while none is connected: then the built-in guide answers. */
  readonly connected: { readonly address: string; readonly model: string } | null;
  /** `session`: only until Tally is closed, since it can't be kept sealed here. */
  readonly key: 'none' | 'kept' | 'session';
  /** Why a key can't be kept sealed on this computer, in a sentence; null where it can. */
  readonly keyStoreProblem: string | null;
};

export type ConnectionTest =
  | { readonly kind: 'works' }
  /** What is wrong, in a sentence. */
  | { readonly kind: 'fails'; readonly problem: string };

const address = z.string().max(2000);
const model = z.string().max(200);
/** Null: the key that is kept, if it is for this address. Empty: none. */
const key = z.string().max(1000).nullable();

export const languageModel = {
  state: procedure.output(type<LanguageModelState>()),
  connect: procedure
    .input(z.strictObject({ address, model, key }))
    .output(type<LanguageModelState>()),
  /** Asks for one word at what stands in the form, and keeps nothing. */
  test: procedure.input(z.strictObject({ address, model, key })).output(type<ConnectionTest>()),
  /** Forgets address, model and key. */
  forget: procedure.output(type<LanguageModelState>()),
};
