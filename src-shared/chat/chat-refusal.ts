import { assertNever } from '../assert-never';

/** What is wrong with the address of a language model. */
export type AddressProblem = 'unreadable' | 'scheme' | 'not-loopback' | 'credentials';

/** Why a message is not taken, or a language model not connected. */
export type ChatRefusal =
  | { readonly code: 'chat-unknown'; readonly chatId: string }
  | { readonly code: 'chat-answering'; readonly chatId: string }
  | { readonly code: 'message-empty' }
  | { readonly code: 'title-empty' }
  | { readonly code: 'model-address-invalid'; readonly reason: AddressProblem }
  | { readonly code: 'model-name-missing' }
  | { readonly code: 'model-key-invalid' };

const addressSentences: Readonly<Record<AddressProblem, string>> = {
  unreadable:
    'This is no address; write one such as https://models.example/v1 or http://127.0.0.1:11434/v1.',
  scheme: 'A language model is reached by http or https; write an address that begins so.',
  'not-loopback':
    'Plain http is only for this computer itself (127.0.0.1 or localhost); write an https address.',
  credentials:
    'The address must carry no password, question mark or fragment; write the key into its own field.',
};

/** One sentence for a person: what is wrong and what to do next. */
export function describeChatRefusal(refusal: ChatRefusal): string {
  switch (refusal.code) {
    case 'chat-unknown':
      return `There is no chat ${refusal.chatId}; look at the list for those there are.`;
    case 'chat-answering':
      return 'This chat is still being answered; wait for the end, or stop it first.';
    case 'message-empty':
      return 'The message is empty; write a question or what you would like to make.';
    case 'title-empty':
      return 'A chat needs a name; write one.';
    case 'model-address-invalid':
      return addressSentences[refusal.reason];
    case 'model-name-missing':
      return 'Name the model, as its server calls it.';
    case 'model-key-invalid':
      return 'This is no key: one has neither spaces nor accents inside; copy it again.';
    default:
      return assertNever(refusal);
  }
}
