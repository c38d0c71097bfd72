import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './button';
import { useReturnFocus } from './return-focus';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Stays in sight below what scrolls. */
  foot?: ReactNode;
  width?: string;
};

/**
 * A dialog over the page. The veil is Tally's own: Radix's overlay would write a style element,
 * which the page's content security policy refuses.
 */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, children, foot = null, width = 'max-w-md' } = props;
  const returnFocus = useReturnFocus(open);
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Veil />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className={`fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100vh-3rem)] w-[calc(100vw-3rem)] -translate-1/2 flex-col rounded-lg bg-panel shadow-float outline-none ${width}`}
        >
          <div className="flex items-center justify-between gap-4 border-b border-line py-2 pr-2 pl-5">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close">
                <X size={16} aria-hidden />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="overflow-y-auto px-5 py-4">{children}</div>
          {foot === null ? null : (
            <div className="shrink-0 border-t border-line px-5 py-3">{foot}</div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function Veil() {
  return <div role="presentation" className="fixed inset-0 z-40 bg-veil" />;
}
