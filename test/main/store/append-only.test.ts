import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../src-main/store/open-store';
import type { Database } from '../../../src-main/store/sqlite';
import { write } from '../../../src-main/store/write';
import { removeFolder, temporaryFolder } from '../../helpers/test-studio';
import { sampleEntry } from './sample-entry';

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = temporaryFolder();
  const opened = await openStore(folder);
  if (opened.kind === 'unusable') throw new Error(`unusable: ${opened.reason}`);
  database = opened.database;
  write(database, () => {
    database.exec(sampleEntry({ hash: "x'00'" }));
    database.exec("insert into rate_card values ('card', '2026-01-01', '{}')");
  });
});
afterEach(() => {
  database.close();
  removeFolder(folder);
});

test.each([
  'update entry set credits = 99',
  'update entry set at = 0 where number = 1',
  'delete from entry',
  'delete from entry where number = 1',
  "insert or replace into entry (number, id, kind, lot, wallet, credits, at, cause_json, available_after, held_after, hash) values (1, 'other', 'grant', 'lot', 'seat-1', 1, 0, '{}', 0, 0, x'00')",
  'update rate_card set version = version',
  'delete from rate_card',
])('the triggers refuse «%s»', (statement) => {
  const entries = database.prepare('select * from entry').all();
  const cards = database.prepare('select * from rate_card').all();
  expect(() => database.exec(statement)).toThrow();
  expect(database.prepare('select * from entry').all()).toEqual(entries);
  expect(database.prepare('select * from rate_card').all()).toEqual(cards);
});

test.each([
  ['no credit', { number: 2, id: 'b', credits: 0 }],
  ['credit below nothing', { number: 2, id: 'b', credits: -1 }],
  ['an unknown kind', { number: 2, id: 'b', kind: 'refund' }],
  ['an id that is taken', { number: 2, id: 'a' }],
  ['a number that is taken', { number: 1, id: 'b' }],
  ['a balance below nothing', { number: 2, id: 'b', availableAfter: -1 }],
])('an entry with %s is refused by the table itself', (_, fields) => {
  expect(() => database.exec(sampleEntry({ hash: "x'00'", ...fields }))).toThrow('constraint');
});

test('a transaction that throws leaves no trace', () => {
  const attempt = () =>
    write(database, () => {
      database.exec(sampleEntry({ hash: "x'00'", number: 2, id: 'b' }));
      throw new Error('changed its mind');
    });
  expect(attempt).toThrow('changed its mind');
  expect(database.prepare('select count(*) as n from entry').get()).toEqual({ n: 1 });
});
