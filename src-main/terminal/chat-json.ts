import { isoOf } from '../../src-shared/billing/instant';
import type { ChatForm } from '../../src-shared/chat/form';
import type { Answerer, ListedChat } from '../../src-shared/contract/chat';
import type { JsonObject } from './json';

export function answererJson(by: Answerer): JsonObject {
  return by.kind === 'guide'
    ? { kind: by.kind }
    : { kind: by.kind, model: by.model, address: by.address };
}

/** What was filled in, field by field: all of it is plain data. */
export function formJson(form: ChatForm): JsonObject {
  return { ...form };
}

export function listedChatJson({ id, title, startedAt, changedAt, found }: ListedChat): JsonObject {
  return {
    id,
    title,
    startedAt: isoOf(startedAt),
    changedAt: isoOf(changedAt),
    found: found === null ? null : { number: found.number, excerpt: found.excerpt },
  };
}
