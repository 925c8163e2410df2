import type { ReactNode } from 'react';

const SHAPES = {
  pass: <path d="M4.5 12.5l5 5L19.5 7" />,
  warn: (
    <>
      <path d="M12 4 2.8 19.5h18.4z" />
      <path d="M12 10v4.2M12 17v.01" />
    </>
  ),
  fail: <path d="M6 6l12 12M18 6 6 18" />,
  unmeasured: (
    <>
      <path d="M8.6 9a3.5 3.5 0 1 1 5.2 3.1c-1.2.7-1.8 1.3-1.8 2.6" />
      <path d="M12 18.2v.01" />
    </>
  ),
  'not-run': <path d="M6 12h12" />,
  camera: (
    <>
      <rect x="2.5" y="6.5" width="13" height="11" rx="2.2" />
      <path d="m15.5 11 6-3.2v8.4l-6-3.2" />
    </>
  ),
  microphone: (
    <>
      <rect x="9" y="2.8" width="6" height="11" rx="3" />
      <path d="M5.2 11a6.8 6.8 0 0 0 13.6 0M12 17.8v3.4M8.5 21.2h7" />
    </>
  ),
  speaker: (
    <>
      <path d="M4 9.3h3.6L12.8 5v14l-5.2-4.3H4z" />
      <path d="M16 9a4.2 4.2 0 0 1 0 6M18.6 6.4a8 8 0 0 1 0 11.2" />
    </>
  ),
  link: (
    <>
      <path d="M7.5 20V5M3.8 8.7 7.5 5l3.7 3.7" />
      <path d="M16.5 4v15M12.8 15.3l3.7 3.7 3.7-3.7" />
    </>
  ),
  'screen-share': (
    <>
      <rect x="2.8" y="4" width="18.4" height="12.4" rx="2" />
      <path d="M8.5 20.4h7M12 16.4v4M12 13V7.6M9.6 9.9 12 7.5l2.4 2.4" />
    </>
  ),
  encoder: (
    <>
      <rect x="6.4" y="6.4" width="11.2" height="11.2" rx="2" />
      <path d="M9.5 2.8v3.6M14.5 2.8v3.6M9.5 17.6v3.6M14.5 17.6v3.6M2.8 9.5h3.6M2.8 14.5h3.6M17.6 9.5h3.6M17.6 14.5h3.6" />
    </>
  ),
  host: (
    <>
      <rect x="4.4" y="4.6" width="15.2" height="10.6" rx="1.8" />
      <path d="M2.4 19h19.2" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.6 20.5a7.4 7.4 0 0 1 14.8 0" />
    </>
  ),
  list: <path d="M9.5 6.5H20M9.5 12H20M9.5 17.5H20M4 6.5l1 1 2-2.2M4 12l1 1 2-2.2M4 17.5l1 1 2-2.2" />,
  calendar: (
    <>
      <rect x="3.6" y="5" width="16.8" height="15.4" rx="2.2" />
      <path d="M3.6 10h16.8M8.2 2.8v4M15.8 2.8v4" />
    </>
  ),
  again: (
    <>
      <path d="M19.6 12a7.6 7.6 0 1 1-2.3-5.4" />
      <path d="M19.8 3.4v4.2h-4.2" />
    </>
  ),
  play: <path d="M7.5 5v14l11-7z" fill="currentColor" />,
  stop: <rect x="6.5" y="6.5" width="11" height="11" rx="1.5" fill="currentColor" />,
  cloud: (
    <>
      <path d="M7 18.4a4.2 4.2 0 0 1-.6-8.3 6 6 0 0 1 11.5 1.4A3.5 3.5 0 0 1 17.6 18.4z" />
      <path d="m9.4 13.6 2 2 3.6-3.8" />
    </>
  ),
  disk: (
    <>
      <path d="M4 5.8A1.8 1.8 0 0 1 5.8 4h10.4L20 7.8v10.4a1.8 1.8 0 0 1-1.8 1.8H5.8A1.8 1.8 0 0 1 4 18.2z" />
      <path d="M8 4v4.6h7V4M7.8 20v-6.4h8.4V20" />
    </>
  ),
  offline: (
    <>
      <path d="M7 18.4a4.2 4.2 0 0 1-.6-8.3 6 6 0 0 1 1.2-2.4M10.4 5.8a6 6 0 0 1 7.5 5.7 3.5 3.5 0 0 1 2 5.4" />
      <path d="m3.5 3.5 17 17" />
    </>
  ),
  search: (
    <>
      <circle cx="10.8" cy="10.8" r="6.4" />
      <path d="m15.6 15.6 5 5" />
    </>
  ),
  download: <path d="M12 4v11M7.4 10.6 12 15.2l4.6-4.6M4.4 20h15.2" />,
  back: <path d="M19.5 12h-15M10.5 6l-6 6 6 6" />,
  options: (
    <path d="M4 7h9M19 7h1M4 17h1M11 17h9M16 4.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM8 14.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8z" />
  ),
  history: (
    <>
      <circle cx="12" cy="12" r="8.6" />
      <path d="M12 7v5.2l3.4 2" />
    </>
  ),
  help: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.4 9.3a2.7 2.7 0 1 1 4 2.4c-1 .6-1.4 1.1-1.4 2.1M12 16.8v.01" />
    </>
  ),
  note: (
    <>
      <path d="M4.5 19.5h4L19.2 8.8a2.1 2.1 0 0 0 0-3l-1-1a2.1 2.1 0 0 0-3 0L4.5 15.5z" />
      <path d="m13.4 6.6 4 4" />
    </>
  ),
  phone: (
    <path d="M5.4 3.6h3.4l1.8 4.5-2.3 1.5a11.6 11.6 0 0 0 6.1 6.1l1.5-2.3 4.5 1.8v3.4a2 2 0 0 1-2.2 2A16.6 16.6 0 0 1 3.4 5.8a2 2 0 0 1 2-2.2z" />
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** A line icon in the colour of the text beside it. Decoration: the words say the same. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'pass' || name === 'fail' || name === 'not-run' ? 2.6 : 1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      {SHAPES[name]}
    </svg>
  );
}
