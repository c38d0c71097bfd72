// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  backToDraft,
  checkText,
  importText,
  makeNewVersion,
  makeOwn,
  readCardFile,
  refreshCards,
  reviewDraft,
  showCards,
  startImport,
  today,
  writeText,
} from '../../../src-renderer/cards/card-actions';
import { cardGroups } from '../../../src-renderer/cards/card-groups';
import { standingOf } from '../../../src-renderer/cards/card-standing';
import { cardsStore } from '../../../src-renderer/cards/cards-store';
import { checkDraft } from '../../../src-renderer/cards/check-draft';
import { changeLine } from '../../../src-renderer/cards/edit-lines';
import { keptDraft } from '../../../src-renderer/cards/kept-draft';
import { screenStore } from '../../../src-renderer/stores/screen';
import { toastStore } from '../../../src-renderer/stores/toasts';
import type { RateCard } from '../../../src-shared/billing/card/rate-card';
import { chatNow } from '../../helpers/cards';
import { openPageCards, type PageCards } from '../../helpers/page-cards';

let page: PageCards;

const mine = (version: string, credits = 2): RateCard =>
  JSON.parse(
    JSON.stringify({
      ...chatNow,
      id: 'mine',
      name: 'Mine',
      version,
      prices: chatNow.prices.map((price, index) => (index === 0 ? { ...price, credits } : price)),
    }),
  );

const store = () => cardsStore.getState();
const reading = () => store().reading;
const toasts = () => toastStore.getState().toasts.map(({ text }) => text);

/** Writes a text and waits until it was read. */
async function readAs(text: string): Promise<void> {
  writeText(text);
  await checkText();
  await vi.waitFor(() => expect(reading().checked?.text).toBe(text));
}

const uses = () => store().cards?.map(({ card, use }) => `${card.id} ${card.version} ${use}`);

/** The editor's draft, changed. */
function edit(credits: string): void {
  store().edit((draft) => changeLine(draft, 'prices', '0', { credits }));
}

beforeEach(async () => {
  localStorage.clear();
  page = await openPageCards([mine('2026-01-01')], { cardId: 'mine', planId: 'plus' });
  await refreshCards();
});

afterEach(() => page.close());

describe('the list', () => {
  test('says which version prices go by', () => {
    expect(uses()).toEqual([
      'ai-studios 2026-11-01 not',
      'chatnow 2026-11-01 not',
      'mine 2026-01-01 now',
    ]);
    expect(today()).toBe('2026-01-31');
  });
  test('has the card in use first, then one’s own, the newest version on top', async () => {
    for (const version of ['2026-01-20', '2026-01-30.2', '2026-01-30']) {
      await page.client.cards.import({ text: JSON.stringify(mine(version)) });
    }
    const own = { ...mine('2026-01-01'), id: 'another' };
    await page.client.cards.import({ text: JSON.stringify(own) });
    const cards = (await refreshCards()) ?? [];
    const groups = cardGroups(cards).map(({ id, versions }) => [
      id,
      ...versions.map((each) => each.use),
    ]);
    expect(groups).toEqual([
      ['mine', 'now', 'not', 'before', 'before'],
      ['another', 'not'],
      ['ai-studios', 'not'],
      ['chatnow', 'not'],
    ]);
  });
});

describe('importing', () => {
  test('a newer version is taken up, and the card is shown', async () => {
    startImport();
    await readAs(JSON.stringify(mine('2026-01-15', 5)));
    await importText();
    expect(uses()).toContain('mine 2026-01-15 now');
    expect(store().place).toEqual({ kind: 'card', ref: { id: 'mine', version: '2026-01-15' } });
    expect(toasts()).toEqual(['Mine 2026-01-15 is kept; future prices go by it.']);
    expect(reading().text).toBe('');
  });
  test('what is wrong is told line by line, and nothing is asked to be kept', async () => {
    await readAs(JSON.stringify(mine('2026-01-15', -5), null, 2));
    expect(reading().checked?.found).toMatchObject({
      kind: 'invalid',
      problems: [{ path: 'prices.0.credits', message: 'must be at least 0; -5 is less' }],
    });
    await importText();
    expect(page.imported).toEqual([]);
  });
  test('an answer to an earlier text says nothing of the one that stands there', async () => {
    const letGo = page.holdNextCheck();
    writeText('{');
    const first = checkText();
    await readAs(JSON.stringify(mine('2026-01-15')));
    letGo();
    await first;
    expect(reading().checked?.found.kind).toBe('card');
  });
  test('a text that was changed since is not kept', async () => {
    await readAs(JSON.stringify(mine('2026-01-15')));
    writeText(JSON.stringify(mine('2026-01-15', 9)));
    await importText();
    expect(page.imported).toEqual([]);
  });
  test('pressed twice, or again after no answer, it is one card', async () => {
    await readAs(JSON.stringify(mine('2026-01-15', 5)));
    page.loseNextAnswer();
    await Promise.all([importText(), importText()]);
    expect(page.imported).toHaveLength(1);
    expect(reading().problem).toContain('did not answer');
    await importText();
    expect(uses()?.filter((use) => use.includes('2026-01-15'))).toEqual(['mine 2026-01-15 now']);
  });
  test('a file is read; two at once, or a folder, are not', async () => {
    await readCardFile([new File([JSON.stringify(mine('2026-01-15'))], 'mine.json')]);
    await vi.waitFor(() => expect(reading().checked?.found.kind).toBe('card'));
    expect(reading().source).toEqual({ kind: 'file', name: 'mine.json' });
    expect(store().place.kind).toBe('import');
    await readCardFile([new File(['{}'], 'a.json'), new File(['{}'], 'b.json')]);
    expect(toasts()).toEqual(['One card at a time: choose one file.']);
    const folder = new File([''], 'folder');
    folder.slice = () => {
      throw new DOMException('it is a folder', 'NotReadableError');
    };
    const complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await readCardFile([folder]);
    complained.mockRestore();
    expect(toasts().at(-1)).toBe('«folder» can’t be read as a file.');
    expect(reading().source).toEqual({ kind: 'file', name: 'mine.json' });
  });
  test('a text longer than any card is told so, not sent whole', async () => {
    writeText(`"${'x'.repeat(3_000_000)}"`);
    await checkText();
    expect(reading().text.length).toBe(1_000_001);
    expect(reading().checked?.found).toMatchObject({
      problems: [{ message: 'is longer than 1,000,000 characters; no card is' }],
    });
  });
});

describe('what an import is said to do is what it does', () => {
  test.each([
    ['at once', mine('2026-01-15', 5), { kind: 'taken-up', from: null }, true],
    ['later', mine('2026-02-15', 5), { kind: 'taken-up', from: '2026-02-15' }, true],
    ['nothing, being older', mine('2025-12-31', 5), { kind: 'kept' }, false],
    ['nothing, being another', { ...mine('2026-02-15'), id: 'other' }, { kind: 'kept' }, false],
    ['nothing, being known', mine('2026-01-01'), { kind: 'known' }, true],
  ])('%s', async (_, card, standing, takenUp) => {
    expect(standingOf(card, store().cards ?? [], today())).toEqual(standing);
    const answer = await page.client.cards.import({ text: JSON.stringify(card) });
    expect(answer.takenUp).toBe(takenUp);
  });
  test.each([
    ['a known version', mine('2026-01-01', 7)],
    ['a card that comes with Tally', { ...mine('2027-01-01'), id: 'chatnow' }],
  ])('%s can’t be kept in other words', async (_, card) => {
    const standing = standingOf(card, store().cards ?? [], today());
    expect(standing.kind).toBe('taken');
    const check = await page.client.cards.check({ text: JSON.stringify(card) });
    expect(check).toMatchObject({ notes: [standing.kind === 'taken' ? standing.words : ''] });
  });
});

describe('the editor', () => {
  /** Goes on from the form to the text of its card. */
  async function review(): Promise<void> {
    const draft = store().editing?.draft;
    if (draft === undefined) throw new Error('nothing is written');
    const known = (store().cards ?? []).map(({ card: { id, version } }) => ({ id, version }));
    const check = checkDraft(draft, known);
    if (check.kind === 'faults') throw new Error(JSON.stringify([...check.faults]));
    reviewDraft(check.card);
    await vi.waitFor(() => expect(reading().checked?.found.kind).toBe('card'));
  }

  test('saves by the same door: a newer version of the card in use', async () => {
    await makeNewVersion(mine('2026-01-01'));
    edit('7');
    await review();
    expect(store().place.kind).toBe('import');
    await importText();
    expect(uses()).toContain('mine 2026-01-31 now');
    expect(store().editing).toBeNull();
    expect(screenStore.getState().unsaved).toBe(false);
    const saved = store().cards?.find(({ use }) => use === 'now')?.card;
    expect(saved).toEqual(mine('2026-01-31', 7));
  });
  test('of a card of one’s own starts with the card in use, under an id that is free', async () => {
    await makeOwn();
    expect(store().editing?.draft).toMatchObject({
      kind: 'own',
      id: 'my-mine',
      name: 'My Mine',
      day: '2026-01-31',
    });
    await review();
    backToDraft();
    expect(store().place.kind).toBe('edit');
  });
  test('asks before changes are thrown away, wherever one goes', async () => {
    await makeOwn();
    screenStore.getState().show('gallery');
    expect(screenStore.getState().screen).toBe('gallery');
    await makeOwn();
    edit('7');
    for (const go of [
      () => screenStore.getState().show('create'),
      () => screenStore.getState().showPlan('plans'),
      () => screenStore.getState().showStatementOf('job'),
      showCards,
      startImport,
      () => makeOwn(),
    ]) {
      await go();
      expect(screenStore.getState()).toMatchObject({ screen: 'cards' });
      expect(screenStore.getState().leaving).not.toBeNull();
      screenStore.getState().stay();
      expect(store().editing?.draft.prices[0]).toMatchObject({ credits: '7' });
    }
    screenStore.getState().show('create');
    store().close();
    screenStore.getState().leaveAnyway();
    expect(screenStore.getState()).toMatchObject({ screen: 'create', leaving: null });
  });
  test('changes that were taken back are nothing to ask about', async () => {
    await makeOwn();
    edit('7');
    edit('2');
    showCards();
    expect(screenStore.getState().leaving).toBeNull();
    expect(store().editing).toBeNull();
    expect(keptDraft()).toBeNull();
  });
});

describe('a draft that was not saved when the window was closed', () => {
  test('is there again, and unsaved', async () => {
    await makeOwn();
    edit('7');
    const draft = store().editing?.draft;
    cardsStore.setState(cardsStore.getInitialState(), true);
    screenStore.setState(screenStore.getInitialState(), true);
    const kept = keptDraft();
    expect(kept).toEqual(draft);
    if (kept !== null) store().resume(kept);
    expect(screenStore.getState().unsaved).toBe(true);
  });
  test('is not written over by another one without asking', async () => {
    await makeOwn();
    edit('7');
    cardsStore.setState(cardsStore.getInitialState(), true);
    screenStore.setState(screenStore.getInitialState(), true);
    await makeOwn();
    expect(screenStore.getState()).toMatchObject({ screen: 'cards' });
    expect(screenStore.getState().leaving).not.toBeNull();
    expect(store().editing).toBeNull();
    screenStore.getState().stay();
    expect(keptDraft()?.prices[0]).toMatchObject({ credits: '7' });
  });
  test('that no longer reads as one is let be', () => {
    localStorage.setItem('tally.card-draft', '{"kind":"own"}');
    expect(keptDraft()).toBeNull();
    localStorage.setItem('tally.card-draft', '{');
    const complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(keptDraft()).toBeNull();
    expect(complained).toHaveBeenCalledOnce();
    complained.mockRestore();
  });
});
