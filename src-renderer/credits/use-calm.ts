import { useEffect, useRef, useState } from 'react';

/** A value that changes at most every `pause` milliseconds, however often the given one does. */
export function useCalm<Value>(value: Value, pause: number): Value {
  const [calm, setCalm] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    latest.current = value;
    if (timer.current !== null || Object.is(value, calm)) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      setCalm(() => latest.current);
    }, pause);
  }, [value, calm, pause]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return calm;
}
