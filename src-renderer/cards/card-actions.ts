import { dayOf } from '../../src-shared/billing/billing-cycle';
import { longestCardText } from '../../src-shared/billing/card/card-text';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { CardRef } from '../../src-shared/billing/plan/plan-terms';
import type { KnownCard } from '../../src-shared/contract/cards';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { creditsStore } from '../stores/credits';
import { screenStore } from '../stores/screen';
import { tellInformation, tellProblem, toastStore } from '../stores/toasts';
import { workspaceStore } from '../stores/workspace';
import { type CardDraft, newVersionOf, ownCardFrom } from './card-draft';
import { type CardReading, cardsStore } from './cards-store';
import { textOfCard } from './check-draft';
import { keptDraft } from './kept-draft';

/** So long, in milliseconds, a text rests before it is read: nobody wants the problems of a half-typed word. */
const restBeforeReading = 250;

/** Reads which cards are known; answers with them, or with null when that is not to be had. */
export async function refreshCards(): Promise<readonly KnownCard[] | null> {
  const answer = await ask(tally().cards.list());
  const { setCards, setProblem } = cardsStore.getState();
  if (answer.kind === 'answered') setCards(answer.value.cards);
  else setProblem(sentenceOf(answer));
  return answer.kind === 'answered' ? answer.value.cards : null;
}

/** Shows the cards, the one in use opened. */
export function showCards(): void {
  showCard(null);
}

export function showCard(ref: CardRef | null): void {
  screenStore.getState().leave(() => {
    cardsStore.getState().close();
    cardsStore.getState().show({ kind: 'card', ref });
    screenStore.getState().show('cards');
  });
}

/** Makes room for a text to import; one that was being written is still there. */
export function startImport(): void {
  screenStore.getState().leave(() => {
    cardsStore.getState().close();
    cardsStore.getState().show({ kind: 'import' });
    screenStore.getState().show('cards');
  });
}

/** Reads a chosen or dropped file as a card's text. */
export async function readCardFile(files: readonly File[]): Promise<void> {
  const [file, another] = files;
  if (file === undefined) return;
  if (another !== undefined) return tellProblem('One card at a time: choose one file.');
  const text = await textOf(file);
  if (text === null) return tellProblem(`«${file.name}» can’t be read as a file.`);
  screenStore.getState().leave(() => {
    startImport();
    readText(text, { kind: 'file', name: file.name });
  });
}

/** The text of a file, as far as it could be a card's; null where it is a folder, or gone. */
async function textOf(file: File): Promise<string | null> {
  try {
    // A character has at most 4 bytes; what comes after so many is too much anyhow.
    return cut(await file.slice(0, 4 * (longestCardText + 1)).text());
  } catch (error) {
    console.error('a file could not be read', error);
    return null;
  }
}

/** Of a text that is too long for a card, as much as shows that it is: more would only slow the page down. */
function cut(text: string): string {
  return text.slice(0, longestCardText + 1);
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Takes a text from a file or the editor and looks for what is wrong with it. */
function readText(text: string, source: CardReading['source']): void {
  clearTimeout(waiting);
  cardsStore.getState().read(text, source);
  void checkText();
}

/** Takes the text as it is typed or pasted; it is read once it rests. */
export function writeText(text: string): void {
  clearTimeout(waiting);
  // The last findings stay until there are others, so that nothing flickers with every key.
  cardsStore
    .getState()
    .changeReading({ text: cut(text), source: { kind: 'written' }, problem: null });
  waiting = setTimeout(() => void checkText(), restBeforeReading);
}

/** Asks what is wrong with the text; an answer to an earlier text is of no use. */
export async function checkText(): Promise<void> {
  const { text } = cardsStore.getState().reading;
  if (text.trim() === '') return;
  const answer = await ask(tally().cards.check({ text }));
  const { reading, changeReading } = cardsStore.getState();
  if (reading.text !== text) return;
  if (answer.kind === 'answered') {
    changeReading({ checked: { text, found: answer.value }, problem: null });
  } else {
    changeReading({ checked: null, problem: sentenceOf(answer) });
  }
}

/** Keeps the card of the text that was read. To press twice changes nothing: the same card is known already. */
export async function importText(): Promise<void> {
  const { reading, changeReading } = cardsStore.getState();
  const { text, checked, importing } = reading;
  if (importing || checked?.text !== text || checked.found.kind !== 'card') return;
  const { card } = checked.found;
  changeReading({ importing: true, problem: null });
  const answer = await ask(tally().cards.import({ text }));
  if (answer.kind !== 'answered') {
    return changeReading({ importing: false, problem: sentenceOf(answer) });
  }
  const { cards, takenUp } = answer.value;
  cardsStore.getState().setCards(cards);
  cardsStore.getState().close();
  cardsStore.getState().read('', { kind: 'written' });
  cardsStore.getState().show({ kind: 'card', ref: { id: card.id, version: card.version } });
  tellImported(card, takenUp);
}

function tellImported(card: RateCard, takenUp: boolean): void {
  const { name, version } = card;
  const kept = `${name} ${version} is kept`;
  toastStore.getState().tell({
    severity: 'information',
    text: takenUp ? `${kept}; future prices go by it.` : `${kept}.`,
    action: { label: 'Export…', run: () => void exportCard(card) },
  });
}

/** Writes a card to a file that the person names. */
export async function exportCard({ id, version }: CardRef): Promise<void> {
  const answer = await ask(tally().cards.export({ id, version, folder: null }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  const { path } = answer.value;
  if (path !== null) tellInformation(`Saved to ${path}`);
}

/** Opens the editor on a card of one's own that starts as another one, or as the one in use. */
export async function makeOwn(from: RateCard | null = null): Promise<void> {
  const cards = await refreshCards();
  const first = cards?.find(({ use }) => use === 'now') ?? cards?.[0];
  const card = from ?? first?.card;
  if (cards === null || card === undefined) return showCards();
  openDraft(() => ownCardFrom(card, refsOf(cards), today()));
}

/** Opens the editor on a newer version of a card. */
export async function makeNewVersion(card: RateCard): Promise<void> {
  const cards = await refreshCards();
  if (cards !== null) openDraft(() => newVersionOf(card, refsOf(cards), today()));
}

/** Opens the editor; a draft that was kept from an earlier window is not written over without asking. */
function openDraft(draft: () => CardDraft): void {
  const open = () => {
    cardsStore.getState().close();
    cardsStore.getState().open(draft());
    screenStore.getState().show('cards');
  };
  const { leave, askToLeave } = screenStore.getState();
  if (cardsStore.getState().editing !== null || keptDraft() === null) leave(open);
  else {
    showCards();
    askToLeave(open);
  }
}

/** Goes on with the draft that was kept when the window was closed. */
export function resumeDraft(draft: CardDraft): void {
  screenStore.getState().leave(() => cardsStore.getState().resume(draft));
}

/** Shows what the card that was written says, and would change, by the same door as any other text. */
export function reviewDraft(card: RateCard): void {
  cardsStore.getState().show({ kind: 'import' });
  readText(textOfCard(card), { kind: 'draft' });
}

/** Back from the text to the form that it was written with. */
export function backToDraft(): void {
  cardsStore.getState().show({ kind: 'edit' });
}

export function refsOf(cards: readonly KnownCard[]): CardRef[] {
  return cards.map(({ card: { id, version } }) => ({ id, version }));
}

/** The day where the workspace is, as YYYY-MM-DD, when the main process last told the time. */
export function today(): string {
  const { workspace } = workspaceStore.getState();
  const { balance } = creditsStore.getState();
  if (workspace?.kind !== 'begun' || balance === null) throw new Error('no time was told yet');
  return dayOf(balance.at, workspace.timeZone);
}
