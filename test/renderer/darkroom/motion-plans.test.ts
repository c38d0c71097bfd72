import { describe, expect, it } from 'vitest';
import {
  gently,
  type Move,
  restingView,
  seenAt,
  since,
  viewAt,
  withinSet,
} from '../../../src-renderer/darkroom/motion/plan/camera';
import { hourChangeIn, lightAt } from '../../../src-renderer/darkroom/motion/plan/hours';
import {
  opacityAt,
  passed,
  turnsOf,
  viewsAt,
} from '../../../src-renderer/darkroom/motion/plan/passage';
import { moveFor, readScreenplay } from '../../../src-renderer/darkroom/motion/plan/screenplay';
import {
  moteAt,
  planShower,
  type ShowerKind,
} from '../../../src-renderer/darkroom/motion/plan/showers';
import { poseAt, type StirKind, slideAt } from '../../../src-renderer/darkroom/motion/plan/stir';
import { cameraMoves, framesPerSecond } from '../../../src-shared/jobs/clip-request';

const moves = cameraMoves.map(({ id }) => id).filter((id) => id !== 'auto') as Move[];
const durations = [1, 5, 60];
const frame = 1 / framesPerSecond;

function framesOf(seconds: number): number[] {
  return Array.from({ length: seconds * framesPerSecond }, (_, index) => index * frame);
}

describe('the camera (A2)', () => {
  it.each(moves)('%s goes its way without a jump, in clips of any length', (move) => {
    for (const seconds of durations) {
      const path = { move, seconds, phase: 1 };
      for (const at of framesOf(seconds)) {
        const [here, next] = [viewAt(path, at), viewAt(path, at + frame)];
        for (const key of ['x', 'y', 'zoom', 'roll', 'turn'] as const) {
          expect(Math.abs(next[key] - here[key])).toBeLessThan(0.006);
        }
      }
    }
  });

  it.each(moves.filter((move) => move !== 'still'))('%s moves in every half second', (move) => {
    for (const seconds of [1, 5, 10]) {
      const path = { move, seconds, phase: 1 };
      for (let half = 0; half < seconds * 2; half += 1) {
        const [here, next] = [viewAt(path, half / 2), viewAt(path, half / 2 + 0.5)];
        const way = Object.keys(restingView).reduce(
          (sum, key) => sum + Math.abs(next[key as 'x'] - here[key as 'x']),
          0,
        );
        expect(way).toBeGreaterThan(0.0015);
      }
    }
  });

  it.each(moves)('%s never shows the edge of a set, near or far', (move) => {
    const [shown, edge] = [1 / 1.08, { x: 0.01, y: 0.02 }];
    for (const at of framesOf(5)) {
      const view = withinSet(viewAt({ move, seconds: 5, phase: 2 }, at), shown, edge);
      for (const depth of [0, 0.3, 0.7, 1]) {
        const { x, y, zoom } = seenAt(view, depth);
        const half = shown / 2 / zoom;
        expect(Math.abs(x) / zoom + half).toBeLessThanOrEqual(0.5 - edge.x + 1e-9);
        expect(Math.abs(y) / zoom + half).toBeLessThanOrEqual(0.5 - edge.y + 1e-9);
      }
    }
  });

  it('passes near things faster than far ones', () => {
    const view = { ...restingView, x: 0.03, zoom: 1.1 };
    expect(Math.abs(seenAt(view, 1).x)).toBeGreaterThan(2 * Math.abs(seenAt(view, 0).x));
    expect(seenAt(view, 1).zoom).toBeGreaterThan(seenAt(view, 0).zoom);
  });

  it('rests where it is looked at from', () => {
    const view = viewAt({ move: 'orbit', seconds: 5, phase: 0 }, 2);
    expect(since(view, view)).toEqual(restingView);
  });

  it('eases from 0 to 1 and never goes back', () => {
    expect([gently(-1), gently(0), gently(1), gently(2)]).toEqual([0, 0, 1, 1]);
    for (let at = 0; at < 1; at += 0.01) expect(gently(at + 0.01)).toBeGreaterThan(gently(at));
  });

  it('does what the prompt says, and what the seed picks where it says nothing', () => {
    expect(moveFor('slow zoom out over the bay', 1)).toBe('pull-out');
    expect(moveFor('the camera pans left along the wall', 1)).toBe('pan-left');
    expect(moveFor('a handheld shot of a market', 1)).toBe('handheld');
    const picked = new Set(Array.from({ length: 40 }, (_, seed) => moveFor('a fox', seed)));
    expect(picked.size).toBeGreaterThan(3);
    expect(moveFor('a fox', 7)).toBe(moveFor('a fox', 7));
  });

  it('does what the request says before what the prompt says', () => {
    const words = { prompt: 'zoom in on a fox', negativePrompt: '', seed: 1 };
    expect(readScreenplay({ ...words, camera: 'still' }).move).toBe('still');
    expect(readScreenplay({ ...words, camera: 'auto' }).move).toBe('push-in');
  });
});

describe('what stirs by itself (A2)', () => {
  const kinds: StirKind[] = ['drift', 'swell', 'rock', 'hover', 'breathe', 'sway'];

  it.each(kinds)('%s moves a little from frame to frame and does not run away', (kind) => {
    const stir = { kind, phase: 0.5, strength: 1 };
    for (const duration of durations) {
      for (const at of framesOf(duration)) {
        const [here, next] = [poseAt(stir, at, duration, 0), poseAt(stir, at + frame, duration, 0)];
        expect(Math.abs(here.x)).toBeLessThan(0.05);
        expect(Math.abs(here.y)).toBeLessThan(0.03);
        for (const key of ['x', 'y', 'turn', 'lean', 'stretch'] as const) {
          expect(Math.abs(next[key] - here[key])).toBeLessThan(0.003);
        }
      }
      expect(poseAt(stir, 0, duration, 0)).not.toEqual(poseAt(stir, 0.5, duration, 0));
    }
  });

  it('lets near rows of water slide further than far ones', () => {
    const widest = (near: number) =>
      Math.max(...framesOf(5).map((at) => Math.abs(slideAt(0, near, at))));
    expect(widest(1)).toBeGreaterThan(2 * widest(0.1));
    expect(widest(1)).toBeLessThan(0.01);
  });

  const showers: ShowerKind[] = ['rain', 'snow', 'petals', 'fireflies', 'bubbles', 'dust'];
  it.each(showers)('%s falls or floats steadily and comes back outside the frame only', (kind) => {
    const shower = planShower(kind, [[255, 255, 255]], { driven: true, seed: 3, fine: true });
    for (const mote of shower.motes) {
      for (const at of framesOf(2)) {
        const [here, next] = [moteAt(shower, mote, at), moteAt(shower, mote, at + frame)];
        const jumps = Math.hypot(next.x - here.x, next.y - here.y) > 0.12;
        const isSeen = ({ x, y }: { x: number; y: number }) => x > 0 && x < 1 && y > 0 && y < 1;
        if (jumps) expect(isSeen(here) || isSeen(next)).toBe(false);
      }
    }
    expect(planShower(kind, [[255, 255, 255]], { driven: true, seed: 3, fine: true })).toEqual(
      shower,
    );
  });
});

describe('the hour (A2)', () => {
  it('changes when the prompt says so', () => {
    expect(hourChangeIn('a village from day to night')?.change).toBe('day to night');
    expect(hourChangeIn('Night falls over the harbour')?.change).toBe('day to night');
    expect(hourChangeIn('sunrise over the sea')?.change).toBe('sunrise');
    expect(hourChangeIn('a lighthouse at sunset')?.change).toBe('sunset');
    expect(hourChangeIn('a fox at night')).toBeNull();
  });

  it('changes without a jump, from the first light to the last', () => {
    for (const change of ['day to night', 'night to day', 'sunrise', 'sunset'] as const) {
      for (let at = 0; at < 1; at += 1 / 30) {
        const [here, next] = [lightAt(change, at), lightAt(change, at + 1 / 30)];
        for (const channel of [0, 1, 2] as const) {
          expect(Math.abs(next.tint[channel] - here.tint[channel])).toBeLessThan(18);
        }
      }
    }
    expect(lightAt('day to night', 0).darkness).toBe(0);
    expect(lightAt('day to night', 1).darkness).toBe(1);
  });

  it('paints the hour that the change begins from, not one the words mix up', () => {
    const words = { negativePrompt: '', seed: 1, camera: 'auto' } as const;
    expect(readScreenplay({ ...words, prompt: 'a city, day to night' }).reading.time).toBe('day');
  });
});

describe('from a first to a last picture (A2)', () => {
  it.each(moves)(
    '%s rests before the first at the start and before the last at the end',
    (move) => {
      const path = { move, seconds: 5, phase: 1 };
      expect(viewsAt(path, 0).first).toEqual(restingView);
      expect(viewsAt(path, 1).last).toEqual(restingView);
    },
  );

  it('shows nothing of the last picture at the start, nothing of the first at the end', () => {
    expect(passed(0)).toBe(0);
    expect(passed(1)).toBe(1);
    for (const turn of [0, 0.5, 1]) {
      expect(opacityAt(0, turn)).toBe(0);
      expect(opacityAt(1, turn)).toBe(1);
    }
  });

  it('lets places that are alike and far give way first', () => {
    const turns = turnsOf(
      Float32Array.of(0.5, 0.5, 0.1, 0.5),
      Float32Array.of(0.5, 0.5, 0.9, 0.7),
      Float32Array.of(0, 0.3, 0.1, 0),
    );
    expect([...turns]).toEqual([0, expect.closeTo(2 / 3), 1, expect.closeTo(1 / 3)]);
  });
});
