import type { ReactNode } from 'react';

/** Line drawings on a 20-unit grid, in the colour of the text around them. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function PauseIcon() {
  return (
    <Icon>
      <path d="M7 4.5v11M13 4.5v11" strokeWidth="2.4" />
    </Icon>
  );
}

export function PlayIcon() {
  return (
    <Icon>
      <path d="M6.5 4.200v11.600l9-5.800z" fill="currentColor" />
    </Icon>
  );
}

export function SettingsIcon() {
  return (
    <Icon>
      <path d="M3 6h7M14.5 6H17M3 14h2.500M10 14h7" />
      <circle cx="12.2" cy="6" r="2.2" />
      <circle cx="7.8" cy="14" r="2.2" />
    </Icon>
  );
}

export function MenuIcon() {
  return (
    <Icon>
      <path d="M4.500 10h.01M10 10h.01M15.500 10h.01" strokeWidth="2.600" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="M5.5 5.500l9 9M14.5 5.500l-9 9" />
    </Icon>
  );
}

/** The mark of the toolbar icon. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="14" fill="#0f6e6e" />
      <path d="M28 12v40h-2C14 52 8 43 8 32s6-20 18-20z" fill="#fff" />
      <g fill="#ffd07a">
        <rect x="36" y="12" width="16" height="8" rx="2" />
        <rect x="36" y="28" width="20" height="8" rx="2" />
        <rect x="36" y="44" width="16" height="8" rx="2" />
      </g>
    </svg>
  );
}
