import type { ComponentProps } from 'react';

type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger';
type ButtonSize = 'normal' | 'large' | 'icon';

const looks: Record<ButtonLook, string> = {
  primary:
    'bg-accent text-on-accent hover:bg-accent-strong aria-disabled:bg-well aria-disabled:text-muted aria-disabled:inset-ring aria-disabled:inset-ring-line',
  quiet:
    'border border-edge/60 bg-paper text-ink hover:border-edge hover:bg-surface aria-disabled:text-muted',
  plain: 'text-ink hover:bg-well aria-disabled:text-muted',
  danger: 'bg-danger text-paper hover:opacity-90',
};

const sizes: Record<ButtonSize, string> = {
  normal: 'h-8 px-3 text-sm font-medium',
  large: 'h-11 px-4 text-base font-semibold',
  icon: 'size-8',
};

type ButtonProps = ComponentProps<'button'> & { look?: ButtonLook; size?: ButtonSize };

/** A button; where it must say why it can't be pressed, use `aria-disabled` so that it keeps focus. */
export function Button(props: ButtonProps) {
  const { look = 'quiet', size = 'normal', className = '', ...rest } = props;
  return (
    <button
      type="button"
      className={`inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md transition-colors disabled:opacity-50 ${sizes[size]} ${looks[look]} ${className}`}
      {...rest}
    />
  );
}

/** A square button whose only content is an icon; `label` is its name and its tooltip. */
export function IconButton({ label, look = 'plain', ...rest }: ButtonProps & { label: string }) {
  return <Button look={look} size="icon" aria-label={label} title={label} {...rest} />;
}
