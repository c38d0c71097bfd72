import { useEffect, useRef, useState } from 'react';
import type { StartPicture } from '../stores/draft-fields';
import { tellProblem } from '../stores/toasts';
import { bringIn } from './bring-in';

/** Whoever waits longer than this, in milliseconds, is told that something goes on. */
const patience = 300;

type BringIn = {
  /** Whether a picture is being read, for long enough to say so. */
  readonly busy: boolean;
  /** Why the newest file is no picture; null once another one is, or it was put away. */
  readonly failure: string | null;
  take: (file: Blob) => void;
  forget: () => void;
};

/** Brings files in one after the other; only the newest counts, also when the screen is left meanwhile. */
export function useBringIn(onPicture: (picture: StartPicture) => void): BringIn {
  const newest = useRef(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  const forget = () => {
    newest.current += 1;
    setBusy(false);
    setFailure(null);
  };
  const take = (file: Blob) => {
    forget();
    const turn = newest.current;
    const timer = setTimeout(() => setBusy(turn === newest.current), patience);
    void bringIn(file).then((outcome) => {
      clearTimeout(timer);
      if (turn !== newest.current) return;
      setBusy(false);
      if (outcome.kind === 'brought-in') onPicture(outcome.picture);
      else if (isLeft.current) tellProblem(outcome.problem);
      else setFailure(outcome.problem);
    });
  };
  return { busy, failure, take, forget };
}
