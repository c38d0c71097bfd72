import type { ChatForm } from '../../src-shared/chat/form';
import type { ChatMessage } from '../../src-shared/contract/chat';
import { PromptText } from '../ui/prompt-text';
import { AnswerText } from './answer-text';
import { answererName } from './answerer-words';
import { FormCard } from './form-card';

type MessageViewProps = { chatId: string; message: ChatMessage };

/** One message of a conversation. */
export function MessageView({ chatId, message }: MessageViewProps) {
  const { role, text, number, by, forms, stopped, problem } = message;
  if (role === 'person') {
    return (
      <li className="flex flex-col items-end">
        <h2 className="sr-only">You</h2>
        <div
          data-selectable
          className="max-w-[85%] rounded-lg bg-accent-soft px-3 py-2 whitespace-pre-wrap"
        >
          <PromptText>{text}</PromptText>
        </div>
      </li>
    );
  }
  return (
    <AnswerView name={answererName(by)} text={text} forms={forms} formName={`${chatId} ${number}`}>
      {stopped ? <p className="text-sm text-muted">You stopped this answer.</p> : null}
      {problem === null ? null : <p className="text-sm text-danger">{problem}</p>}
    </AnswerView>
  );
}

type AnswerViewProps = {
  name: string;
  text: string;
  forms: readonly ChatForm[];
  formName: string;
  children?: React.ReactNode;
};

/** An answer, whole or on its way. */
export function AnswerView({ name, text, forms, formName, children }: AnswerViewProps) {
  return (
    <li className="flex flex-col items-start gap-2">
      <h2 className="max-w-full text-sm font-semibold text-muted wrap-anywhere">
        <bdi>{name}</bdi>
      </h2>
      {text === '' ? null : <AnswerText>{text}</AnswerText>}
      {forms.map((form, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a form has no other name than its place in the answer
        <FormCard key={index} form={form} name={`${formName} ${index}`} />
      ))}
      {children}
    </li>
  );
}
