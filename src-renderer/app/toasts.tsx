import { CircleAlert, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { toastStore } from '../stores/toasts';
import { Button, IconButton } from '../ui/button';

/** Short words in the corner; F8 moves the focus there. */
export function Toasts() {
  const toasts = toastStore((store) => store.toasts);
  const { dismiss } = toastStore.getState();
  return (
    <Toast.Provider label="Notice" duration={7000}>
      {toasts.map((toast) => (
        <Toast.Root
          key={toast.id}
          type={toast.severity === 'problem' ? 'foreground' : 'background'}
          duration={toast.severity === 'problem' ? 12_000 : 7000}
          onOpenChange={(open) => (open ? undefined : dismiss(toast.id))}
          className="flex animate-settle items-center gap-2 rounded-lg border border-line bg-paper py-2 pr-2 pl-3 shadow-float"
        >
          {toast.severity === 'problem' ? (
            <CircleAlert size={16} aria-hidden className="shrink-0 text-danger" />
          ) : null}
          <Toast.Description className="min-w-0 flex-1 text-sm wrap-anywhere">
            {toast.text}
          </Toast.Description>
          {toast.action === null ? null : (
            <Toast.Action asChild altText={toast.action.label} onClick={toast.action.run}>
              <Button>{toast.action.label}</Button>
            </Toast.Action>
          )}
          <Toast.Close asChild>
            <IconButton label="Dismiss">
              <X size={14} aria-hidden />
            </IconButton>
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className="fixed bottom-4 left-1/2 z-60 max-[1180px]:left-[calc(50%+10.5rem)] flex w-[26rem] max-w-[calc(100vw-24rem)] -translate-x-1/2 flex-col gap-2 outline-none" />
    </Toast.Provider>
  );
}
