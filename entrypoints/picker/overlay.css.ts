/** Looks of what the picker draws, inside its own document: nothing of it reaches the page. */
export const OVERLAY_CSS = `
:root { color-scheme: light; --paper: #fff; --ink: #1d2a2f; --soft: #566569; --edge: #868f8f; --accent: #0f6e6e;
  --on-accent: #fff; --theirs: #b3800a; --yours: #0f6e6e; --unsure: #6b7577; --warn: #8f4e00; }
:root.dark { --paper: #1a2327; --ink: #e8eeee; --soft: #9db0b3; --edge: #6d7f84; --accent: #5cc2b8;
  --on-accent: #06211f; --theirs: #e3b23c; --yours: #5cc2b8; --unsure: #9db0b3; --warn: #f0b35a; }
html, body { margin: 0; background: transparent; overflow: hidden; height: 100%; cursor: crosshair; outline: none;
  font: 14px/1.45 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; color: var(--ink); }
.box { position: fixed; box-sizing: border-box; border-radius: 6px; pointer-events: none; }
.hover { border: 2px solid var(--accent); background: rgb(15 110 110 / 14%); }
.hover.no { border-color: var(--warn); background: rgb(143 78 0 / 12%); }
.picked { border: 2px dashed var(--accent); }
.client { border-inline-start: 6px solid var(--theirs); background: rgb(227 178 60 / 26%); }
.supporter { border-inline-end: 6px solid var(--yours); background: rgb(42 144 137 / 24%); }
.unknown { border: 2px dotted var(--unsure); background: rgb(135 145 148 / 16%); }
.composer { border: 2px dashed var(--yours); }
.label { position: absolute; top: 0; inset-inline-end: 4px; padding: 0 6px; border-radius: 0 0 6px 6px; background: var(--paper);
  color: var(--ink); font-size: 11px; }
.client .label { inset-inline: 0 auto; }
.bar { position: fixed; left: 50%; bottom: 16px; transform: translateX(-50%); width: min(430px, calc(100vw - 24px));
  box-sizing: border-box; padding: 12px 14px; border: 1px solid var(--edge); border-radius: 12px; background: var(--paper);
  box-shadow: 0 6px 28px rgb(0 0 0 / 28%); cursor: default; display: grid; gap: 8px; }
.bar.top { bottom: auto; top: 16px; }
.bar p { margin: 0; }
.title { font-weight: 650; font-size: 15px; }
.help, .hint { color: var(--soft); font-size: 13px; }
.problem { padding: 6px 10px; border-inline-start: 3px solid var(--warn); font-size: 13px; }
.counts { font-weight: 600; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; }
button { min-height: 32px; padding: 4px 12px; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper);
  color: var(--ink); font: inherit; font-size: 13px; cursor: pointer; }
button.main { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
[hidden] { display: none; }
@media (forced-colors: active) { .box { border: 3px solid Highlight; } }
`;
