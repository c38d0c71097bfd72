import { useEffect } from 'react';
import { loadChats, loadModel } from './chat-actions';
import { ChatList } from './chat-list';
import { chatStore } from './chat-store';
import { Composer } from './composer';
import { Conversation } from './conversation';

/** Conversations: the list on the left, the open one beside it, what is written below. */
export function ChatScreen() {
  const title = chatStore(
    ({ chats, openId }) => chats?.find(({ id }) => id === openId)?.title ?? null,
  );
  useEffect(() => {
    void loadChats();
    void loadModel();
  }, []);
  return (
    <div className="flex h-full min-h-0">
      <ChatList />
      <div className="flex min-w-0 flex-1 flex-col">
        <h1 className="shrink-0 truncate border-b border-line px-5 py-2 text-base font-semibold">
          <bdi>{title ?? 'New chat'}</bdi>
        </h1>
        <Conversation />
        <Composer />
      </div>
    </div>
  );
}
