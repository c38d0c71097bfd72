import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type ListedChat, longestTitle } from '../../src-shared/contract/chat';
import { Button, IconButton } from '../ui/button';
import { PromptText } from '../ui/prompt-text';
import { newChat, openChat, removeChat, renameChat, searchChats } from './chat-actions';
import { chatStore } from './chat-store';

/** The chats, the newest first, and the search over all that was said. */
export function ChatList() {
  const words = chatStore((store) => store.words);
  const chats = chatStore((store) => store.chats);
  return (
    <aside aria-label="Chats" className="flex w-60 shrink-0 flex-col border-r border-line bg-panel">
      <div className="flex flex-col gap-2 border-b border-line p-3">
        <Button onClick={newChat}>
          <Plus size={14} aria-hidden />
          New chat
        </Button>
        <input
          type="search"
          aria-label="Search chats"
          placeholder="Search all messages"
          value={words}
          maxLength={200}
          onChange={(event) => void searchChats(event.target.value)}
          className="h-8 w-full rounded-md border border-edge/60 bg-paper px-2 text-sm"
        />
      </div>
      <ul aria-label="Chats" className="min-h-0 overflow-y-auto p-1.5">
        {chats?.map((chat) => (
          <ChatItem key={chat.id} chat={chat} />
        ))}
      </ul>
      {chats?.length === 0 ? (
        <p role="status" className="px-4 pb-6 text-sm text-muted">
          {words.trim() === '' ? 'No chats yet.' : 'No message has these words.'}
        </p>
      ) : null}
    </aside>
  );
}

function ChatItem({ chat }: { chat: ListedChat }) {
  const isOpen = chatStore((store) => store.openId === chat.id);
  const [renaming, setRenaming] = useState(false);
  if (renaming) return <TitleField chat={chat} onEnd={() => setRenaming(false)} />;
  return (
    <li className="group flex items-center rounded-md has-aria-current:bg-accent-soft hover:bg-well">
      <button
        type="button"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => void openChat(chat.id)}
        className="min-w-0 flex-1 rounded-md px-2 py-1.5 text-left text-sm"
      >
        <PromptText lines={1}>{chat.title}</PromptText>
        {chat.found === null ? null : (
          <span className="mt-0.5 block text-xs text-muted">
            <PromptText lines={2}>{chat.found.excerpt}</PromptText>
          </span>
        )}
      </button>
      <span className="flex shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
        <IconButton label={`Rename «${chat.title}»`} onClick={() => setRenaming(true)}>
          <Pencil size={13} aria-hidden />
        </IconButton>
        <IconButton label={`Delete «${chat.title}»`} onClick={() => void removeChat(chat)}>
          <Trash2 size={13} aria-hidden />
        </IconButton>
      </span>
    </li>
  );
}

function TitleField({ chat, onEnd }: { chat: ListedChat; onEnd: () => void }) {
  const [title, setTitle] = useState(chat.title);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const save = () => {
    onEnd();
    if (title.trim() !== '' && title !== chat.title) void renameChat(chat.id, title);
  };
  return (
    <li className="p-1">
      <input
        ref={field}
        aria-label="Name of the chat"
        value={title}
        maxLength={longestTitle}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
          if (event.key === 'Escape') onEnd();
        }}
        className="h-8 w-full rounded-md border border-edge bg-paper px-2 text-sm"
      />
    </li>
  );
}
