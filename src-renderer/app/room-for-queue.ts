import { useEffect } from 'react';
import { roomForQueue, screenStore } from '../stores/screen';

/** Puts the queue away when the window gets too narrow for it, and back when there is room again. */
export function useRoomForQueue(): void {
  useEffect(() => {
    const room = window.matchMedia(`(width >= ${roomForQueue}px)`);
    let putAway = false;
    const follow = () => {
      const { queueOpen, showQueue } = screenStore.getState();
      if (room.matches && putAway) showQueue(true);
      putAway = !room.matches && queueOpen;
      if (putAway) showQueue(false);
    };
    room.addEventListener('change', follow);
    return () => room.removeEventListener('change', follow);
  }, []);
}
