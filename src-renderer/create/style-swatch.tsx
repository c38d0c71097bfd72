import type { ReactNode } from 'react';

/** One hill, one sun, drawn the way each style would: a hint at the hand, not a sample of it. */
const swatches: Record<string, ReactNode> = {
  watercolour: (
    <>
      <rect width="64" height="40" fill="#f6f1e6" />
      <circle cx="44" cy="15" r="9" fill="#e8a15c" opacity=".55" />
      <circle cx="46" cy="13" r="6" fill="#e8a15c" opacity=".4" />
      <path d="M0 30Q16 16 34 27T64 22V40H0Z" fill="#5f9a8f" opacity=".55" />
      <path d="M0 34Q22 24 40 32T64 30V40H0Z" fill="#3f7f86" opacity=".5" />
    </>
  ),
  oil: (
    <>
      <rect width="64" height="40" fill="#37557d" />
      <path d="M2 8h30M28 5h34M6 15h24M34 12h26M0 21h64" stroke="#557ba8" strokeWidth="4" />
      <circle cx="45" cy="14" r="8" fill="#f0bf52" />
      <path d="M0 29l22-7 20 6 22-5v17H0Z" fill="#3f5d33" />
      <path d="M4 33l16-5M22 31l18 2M40 30l20-3M6 38h26" stroke="#7d9448" strokeWidth="3.5" />
    </>
  ),
  ink: (
    <>
      <rect width="64" height="40" fill="#f4f1ea" />
      <circle cx="45" cy="14" r="8" fill="none" stroke="#1d1d1f" strokeWidth="1.6" />
      <path d="M0 30Q16 17 34 28T64 23" fill="none" stroke="#1d1d1f" strokeWidth="2.4" />
      <path
        d="M8 31l6 8M15 28l9 11M23 28l9 11M32 30l7 9M44 28l8 11M54 26l9 12"
        stroke="#1d1d1f"
        strokeWidth=".8"
      />
    </>
  ),
  flat: (
    <>
      <rect width="64" height="40" fill="#f2c9a1" />
      <circle cx="45" cy="15" r="9" fill="#d9573f" />
      <path d="M0 28Q18 14 36 26T64 22V40H0Z" fill="#2c6e73" />
      <path d="M0 35Q24 24 44 33T64 31V40H0Z" fill="#174650" />
    </>
  ),
  pixel: (
    <>
      <rect width="64" height="40" fill="#8fc7e8" />
      <path d="M40 8h12v4h4v8h-4v4H40v-4h-4v-8h4Z" fill="#f6d34f" />
      <path d="M0 28h8v-4h8v-4h8v4h8v4h16v-4h8v-4h8v20H0Z" fill="#4f9a4a" />
      <path d="M0 36h16v-4h20v4h28v4H0Z" fill="#2f6f3c" />
    </>
  ),
  'low-poly': (
    <>
      <path d="M0 0h64v40H0Z" fill="#b9d3e6" />
      <path d="M0 0h30L12 22 0 18Z" fill="#cfe1ee" />
      <path d="M38 9l9-4 8 6-2 9-9 3-7-6Z" fill="#f2c14e" />
      <path d="M47 5l8 6-9 4Z" fill="#f8dc8f" />
      <path d="M0 30l17-11 9 21H0Z" fill="#4d8a6b" />
      <path d="M17 19l21 12-12 9Z" fill="#6fae85" />
      <path d="M38 31l26-9v18H26Z" fill="#356a58" />
    </>
  ),
  risograph: (
    <>
      <rect width="64" height="40" fill="#f5efdf" />
      <circle cx="44" cy="15" r="9.5" fill="#ff5c57" opacity=".85" />
      <path d="M0 29Q18 14 36 27T64 22V40H0Z" fill="#2256c9" opacity=".75" />
      <g fill="#2256c9" opacity=".5">
        {[6, 14, 22, 30, 38, 46, 54].map((x) => (
          <circle key={x} cx={x} cy={8 + (x % 4)} r="1.1" />
        ))}
      </g>
    </>
  ),
  blueprint: (
    <>
      <rect width="64" height="40" fill="#1d4b8f" />
      <path
        d="M0 10h64M0 20h64M0 30h64M16 0v40M32 0v40M48 0v40"
        stroke="#4d77b5"
        strokeWidth=".6"
      />
      <g fill="none" stroke="#eaf2ff" strokeWidth="1.1">
        <circle cx="45" cy="14" r="8" />
        <path d="M45 3v22M34 14h22" strokeDasharray="2 2" />
        <path d="M0 30Q16 17 34 28T64 23" />
      </g>
    </>
  ),
  'paper-cut': (
    <>
      <rect width="64" height="40" fill="#f7e3cf" />
      <circle cx="45" cy="15" r="10" fill="#f9f4ec" />
      <circle cx="45" cy="15" r="7.5" fill="#e9834c" />
      <path d="M0 24Q16 12 36 23T64 18V40H0Z" fill="#d4b7c8" />
      <path d="M0 30Q18 20 38 29T64 25V40H0Z" fill="#9c7fa6" />
      <path d="M0 36Q22 28 42 35T64 32V40H0Z" fill="#5c4a75" />
    </>
  ),
  'stained-glass': (
    <>
      <rect width="64" height="40" fill="#2a6db0" />
      <path d="M0 0h26L14 24 0 27Z" fill="#3f8fce" />
      <circle cx="45" cy="14" r="9" fill="#f3b23c" />
      <path d="M0 27l14-3 16 4v12H0Z" fill="#3c8d4d" />
      <path d="M30 28l34-7v19H30Z" fill="#7b3b96" />
      <path
        d="M26 0L14 24 0 27M14 24l16 4 34-7M30 28v12M45 5V0M54 14h10M45 23v2M36 14l-16-2"
        fill="none"
        stroke="#17181b"
        strokeWidth="2"
      />
      <circle cx="45" cy="14" r="9" fill="none" stroke="#17181b" strokeWidth="2" />
    </>
  ),
  charcoal: (
    <>
      <rect width="64" height="40" fill="#e9e7e2" />
      <g stroke="#2b2b2d" fill="none" strokeLinecap="round">
        <path d="M38 18q2-12 12-9 6 4 0 11-9 3-12-5" strokeWidth="2" opacity=".55" />
        <path d="M0 30Q16 17 34 28T64 23" strokeWidth="4" opacity=".7" />
        <path d="M0 34Q18 24 36 32T64 29M4 38Q26 30 60 36" strokeWidth="5" opacity=".3" />
      </g>
    </>
  ),
  woodcut: (
    <>
      <rect width="64" height="40" fill="#efe6d2" />
      <path d="M0 5h64M0 11h34M54 11h10M0 17h32M56 17h8" stroke="#20201f" strokeWidth="2.2" />
      <circle cx="45" cy="14" r="7.5" fill="#c4472e" />
      <path d="M0 29Q16 17 34 28T64 23V40H0Z" fill="#20201f" />
      <path
        d="M4 34q14-7 28 0M30 37q14-8 30-3M10 39q8-4 16-1"
        stroke="#efe6d2"
        strokeWidth="1.6"
        fill="none"
      />
    </>
  ),
};

export function StyleSwatch({ style }: { style: string }) {
  return (
    <svg
      viewBox="0 0 64 40"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className="block h-9 w-full rounded-sm bg-well"
    >
      {swatches[style]}
    </svg>
  );
}
