// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { commandFor } from '../../../src-renderer/app/shortcuts';
import { insightStore } from '../../../src-renderer/stores/insight';
import { screenStore } from '../../../src-renderer/stores/screen';
import { reset } from '../../helpers/page-stores';

const insight = () => insightStore.getState();
const day = { kind: 'day', day: '2026-11-10' } as const;
const why = (entryId: string) => ({ kind: 'why', entryId }) as const;

beforeEach(() => {
  reset(insightStore);
  reset(screenStore);
});

test('one explanation leads to the next, and back to the first', () => {
  insight().open(day);
  insight().open(why('charge'));
  insight().open(why('hold'));
  insight().back();
  expect(insight().trail).toEqual([day, why('charge')]);
  insight().back();
  insight().back();
  expect(insight().trail).toEqual([day]);
});

test('another day stands in place of the one before, and closing forgets the way', () => {
  insight().open(why('charge'));
  insight().open(day);
  insight().replace({ ...day, day: '2026-11-11' });
  expect(insight().trail).toEqual([why('charge'), { ...day, day: '2026-11-11' }]);
  insight().close();
  expect(insight().trail).toEqual([]);
});

test('shortcuts rest while something is explained', () => {
  const press = { key: '2', ctrlKey: true, metaKey: false, altKey: false, target: null };
  expect(commandFor(press)?.id).toBe('go-storyboard');
  insight().open(day);
  expect(commandFor(press)).toBeNull();
});

test('the statement of one job is shown in its part of Credits', () => {
  screenStore.getState().showCredits('what-if');
  screenStore.getState().showStatementOf('job');
  expect(screenStore.getState()).toMatchObject({
    screen: 'credits',
    creditsPart: 'statement',
    statementJob: 'job',
  });
});
