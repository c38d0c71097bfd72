import { assertNever } from '../../src-shared/assert-never';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { ChatForm } from '../../src-shared/chat/form';
import { clipSizes } from '../../src-shared/jobs/clip-request';
import { longestTopic } from '../../src-shared/storyboard/board';
import { draftStore } from '../stores/draft';
import type { DraftFields } from '../stores/draft-fields';
import { handedTopicStore } from '../stores/handed-topic';
import { screenStore } from '../stores/screen';
import { closeBoard } from '../storyboard/storyboard-actions';
import { storyboardStore } from '../storyboard/storyboard-store';

/** Puts a prepared form where it can be changed; nothing is submitted. */
export function openForm(form: ChatForm, card: RateCard): void {
  const { show } = screenStore.getState();
  if (form.tool === 'storyboard') {
    handedTopicStore.getState().hand(form.prompt.slice(0, longestTopic));
    // The board that is open is kept; a new one begins with the topic.
    if (storyboardStore.getState().board !== null) void closeBoard();
    show('storyboard');
    return;
  }
  draftStore.getState().changeAndFit(fieldsOfForm(form), card);
  show('create');
}

/** The fields of the Create form that a prepared form fills; all others stay as they are. */
export function fieldsOfForm(form: ChatForm): Partial<DraftFields> {
  const { prompt, negativePrompt, style, model, quality, count, width, height } = form;
  const look = { prompt, negativePrompt, style, model, quality, count };
  switch (form.tool) {
    case 'image':
      return { ...look, tool: 'image', width, height };
    case 'edit': {
      const factor = form.factor === null ? {} : { factor: form.factor };
      return { ...look, tool: 'edit', edit: form.edit ?? 'restyle', ...factor };
    }
    case 'video':
    case 'image-to-video': {
      const size = clipSizes.find((each) => each.width === width && each.height === height);
      const seconds = form.seconds === null ? {} : { seconds: form.seconds };
      const format = form.format === null ? {} : { format: form.format };
      const first = form.tool === 'video' ? { first: null, last: null } : {};
      const clipSize = size?.id ?? clipSizes[0].id;
      return { ...look, tool: 'video', ...seconds, ...format, ...first, clipSize };
    }
    case 'storyboard':
      return { prompt, style };
    default:
      return assertNever(form.tool);
  }
}
