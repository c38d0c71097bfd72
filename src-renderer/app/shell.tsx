import { CardsScreen } from '../cards/cards-screen';
import { ChatScreen } from '../chat/chat-screen';
import { CreateScreen } from '../create/create-screen';
import { CreditsScreen } from '../credits/credits-screen';
import { InsightDialog } from '../credits/insight-dialog';
import { PolicyDialog } from '../credits/policy';
import { AssetDialog } from '../gallery/asset-dialog';
import { GalleryScreen } from '../gallery/gallery-screen';
import { OrderSlip } from '../plan/order-slip';
import { PlanScreen } from '../plan/plan-screen';
import { CancelAll } from '../queue/cancel-all';
import { QueueDock } from '../queue/queue-dock';
import { SettingsScreen } from '../settings/settings-screen';
import { type ScreenId, screenStore } from '../stores/screen';
import { StoryboardScreen } from '../storyboard/storyboard-screen';
import { Announcer } from './announcer';
import { Banners } from './banners';
import { CommandPalette } from './command-palette';
import { ErrorBoundary } from './error-boundary';
import { Header } from './header';
import { useRoomForQueue } from './room-for-queue';
import { ShortcutList } from './shortcut-list';
import { useShortcuts } from './shortcuts';
import { Toasts } from './toasts';

const views: Record<ScreenId, () => React.JSX.Element> = {
  create: CreateScreen,
  storyboard: StoryboardScreen,
  chat: ChatScreen,
  gallery: GalleryScreen,
  credits: CreditsScreen,
  plan: PlanScreen,
  settings: SettingsScreen,
  cards: CardsScreen,
};

/** The studio: header, screen, queue, and what lies over them. */
export function Shell() {
  useShortcuts();
  useRoomForQueue();
  const screen = screenStore((store) => store.screen);
  const queueOpen = screenStore((store) => store.queueOpen);
  const View = views[screen];
  return (
    <div className="flex h-full flex-col">
      <Header />
      <Banners />
      <div className="relative flex min-h-0 flex-1">
        <main tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <ErrorBoundary key={screen}>
            <View />
          </ErrorBoundary>
        </main>
        {queueOpen ? <QueueDock /> : null}
      </div>
      <InsightDialog />
      <AssetDialog />
      <PolicyDialog />
      <CancelAll />
      <OrderSlip />
      <CommandPalette />
      <ShortcutList />
      <Announcer />
      <Toasts />
    </div>
  );
}
