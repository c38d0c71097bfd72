import { Tabs } from 'radix-ui';

type PartTabsProps = {
  label: string;
  parts: readonly { readonly id: string; readonly name: string }[];
};

/** The names of a screen's parts, one of which is shown; arrow keys move between them. */
export function PartTabs({ label, parts }: PartTabsProps) {
  return (
    <Tabs.List aria-label={label} className="flex items-end gap-1">
      {parts.map(({ id, name }) => (
        <Tabs.Trigger
          key={id}
          value={id}
          className="h-9 rounded-t-md border-b-2 border-transparent px-2.5 text-sm font-medium whitespace-nowrap text-muted hover:text-ink focus-visible:outline-offset-[-2px] data-[state=active]:border-accent data-[state=active]:text-ink"
        >
          {name}
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  );
}
