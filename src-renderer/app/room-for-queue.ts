import { useEffect } from 'react';
import { roomForQueue, screenStore } from '../stores/screen';

/** Shows the queue when the window becomes wide enough for it, and puts it away when it no longer is. */
export function useRoomForQueue(): void {
  useEffect(() => {
    const room = window.matchMedia(`(width >= ${roomForQueue}px)`);
    const follow = () => screenStore.getState().showQueue(room.matches);
    room.addEventListener('change', follow);
    return () => room.removeEventListener('change', follow);
  }, []);
}
