import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayForNext, ownId, versionOn } from '../../../src-renderer/cards/next-version';
import { compareVersions } from '../../../src-shared/billing/plan/plan-terms';

describe('the version that is proposed', () => {
  test('is the day, while there is none of it', () => {
    expect(versionOn('2026-11-22', ['2026-11-01', '2026-11-01.4'])).toBe('2026-11-22');
  });
  test('is the next of a day that has one, counted as numbers', () => {
    expect(versionOn('2026-11-22', ['2026-11-22'])).toBe('2026-11-22.2');
    expect(versionOn('2026-11-22', ['2026-11-22.10', '2026-11-22.9'])).toBe('2026-11-22.11');
  });
  test('starts today, or on the newest day where that is still to come', () => {
    expect(dayForNext('2026-11-22', ['2026-11-01'])).toBe('2026-11-22');
    expect(dayForNext('2026-11-22', ['2026-11-01', '2027-01-01.2'])).toBe('2027-01-01');
  });
  test('is newer than every one that is known', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((number) => `2026-11-${String(number).padStart(2, '0')}`);
    const version = fc
      .tuple(day, fc.integer({ min: 1, max: 12 }))
      .map(([on, number]) => (number === 1 ? on : `${on}.${number}`));
    fc.assert(
      fc.property(day, fc.array(version), (today, known) => {
        const next = versionOn(dayForNext(today, known), known);
        for (const each of known) expect(compareVersions(next, each)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the id of a card of one’s own', () => {
  const known = ['chatnow', 'my-chatnow', 'my-chatnow-2', 'other'].map((id) => ({
    id,
    version: '2026-11-01',
  }));
  test('is one that no card has', () => {
    expect(ownId('other', known)).toBe('my-other');
    expect(ownId('chatnow', known)).toBe('my-chatnow-3');
    expect(ownId('my-chatnow', known)).toBe('my-chatnow-3');
  });
  test('is never longer than an id may be', () => {
    expect(ownId('a'.repeat(64), known).length).toBeLessThanOrEqual(64);
  });
});
