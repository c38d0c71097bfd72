import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordByLibrary } from '../../helpers/documents';
import { openTerminal, type Terminal } from '../../helpers/terminal';

type Made = { readonly id: string; readonly scenes: readonly Record<string, unknown>[] };

let terminal: Terminal;
beforeEach(async () => {
  terminal = await openTerminal();
});
afterEach(() => terminal.close());

async function result(argv: readonly string[]): Promise<Record<string, unknown>> {
  const { status, reply } = await terminal.json(['storyboard', ...argv]);
  expect(status, JSON.stringify(reply)).toBe(0);
  return reply['result'] as Record<string, unknown>;
}

async function newBoard(): Promise<Made> {
  return (await result(['new', '--topic', 'A fox and the moon']))['board'] as Made;
}

describe('storyboard', () => {
  test('A4, A5: from a topic to the film; only premium pictures are charged', async () => {
    const { id, scenes } = await newBoard();
    expect(scenes).toHaveLength(6);
    expect(await result(['visuals', id])).toMatchObject({ board: id, charged: 0 });
    const dear = await result(['visuals', id, '--scenes', '1,2', '--quality', 'premium']);
    expect(dear).toMatchObject({ charged: 2, balance: { available: 58, held: 0 } });
    expect(await result(['assemble', id])).toMatchObject({ board: id, charged: 0 });
    const { board } = await result(['show', id]);
    expect(board).toMatchObject({ film: { asset: expect.any(String), failure: null } });
  });

  test('A3: a scene named again is made and charged again', async () => {
    const { id } = await newBoard();
    const once = ['visuals', id, '--scenes', '3', '--quality', 'premium'];
    expect(await result(once)).toMatchObject({ charged: 1 });
    expect(await result(once)).toMatchObject({ charged: 1, balance: { available: 58 } });
  });

  test('without names, only what is missing is made', async () => {
    const { id } = await newBoard();
    await result(['visuals', id, '--scenes', '2,5']);
    expect((await result(['visuals', id]))['jobs']).toHaveLength(4);
    expect(await result(['visuals', id])).toEqual({ board: id, jobs: [] });
  });

  test('A3: without names, a picture that is on its way is not made and charged twice', async () => {
    const { id } = await newBoard();
    terminal.engine.scripts.push({ kind: 'wait-for-release' });
    const dear = ['visuals', id, '--quality', 'premium'];
    await result([...dear, '--scenes', '1,2', '--no-wait']);
    const others = (await result([...dear, '--no-wait']))['jobs'];
    expect(others).toHaveLength(4);
    const again = await terminal.run(['storyboard', ...dear]);
    expect(again.status).toBe(0);
    expect(again.error).toContain('already being made');
    expect((await terminal.client.credits.balance()).available).toBe(54);
    terminal.engine.release();
  });

  test('a document becomes a board; the list names it; removed it is gone', async () => {
    writeFileSync(
      join(terminal.folder, 'bees.md'),
      '# Bees\n\nA bee visits a flower in the garden.',
    );
    const { board } = await result(['new', '--file', 'bees.md']);
    const { id } = board as Made;
    expect(await result([])).toMatchObject({ boards: [{ id, title: 'Bees' }] });
    await result(['remove', id]);
    expect(await result(['list'])).toEqual({ boards: [] });
    const { reply } = await terminal.json(['storyboard', 'show', id]);
    expect(reply).toMatchObject({ refusal: { code: 'board-unknown' } });
  });

  test('a damaged document is refused, a missing one is wrong usage', async () => {
    const word = await wordByLibrary();
    writeFileSync(join(terminal.folder, 'half.docx'), word.slice(0, word.length / 2));
    const damaged = await terminal.json(['storyboard', 'new', '--file', 'half.docx']);
    expect(damaged.reply).toMatchObject({ refusal: { code: 'document-unreadable' } });
    const missing = await terminal.json(['storyboard', 'new', '--file', 'none.txt']);
    expect(missing.status).toBe(2);
  });

  test('a film without a picture is refused', async () => {
    const { id } = await newBoard();
    const { status, reply } = await terminal.json(['storyboard', 'assemble', id]);
    expect(status).toBe(1);
    expect(reply).toMatchObject({ refusal: { code: 'scenes-missing' } });
  });

  test.each([
    ['new'],
    ['new', '--topic', 'a', '--file', 'b'],
    ['show'],
    ['visuals', 'no-id'],
    ['list', '--topic', 'a'],
    ['list', '--out', 'x'],
    ['assemble', '0b8f4f0e-6f4e-4d0f-9a55-0a9d2a1c7b10', '--scenes', '1'],
  ])('wrong usage: %s %s', async (...argv) => {
    expect((await terminal.json(['storyboard', ...argv])).status).toBe(2);
  });

  test('a place that no scene has is wrong usage', async () => {
    const { id } = await newBoard();
    expect((await terminal.json(['storyboard', 'visuals', id, '--scenes', '9'])).status).toBe(2);
  });
});
