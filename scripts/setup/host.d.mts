export const ROOT: string;

export interface Host {
  env: Record<string, string | undefined>;
  say(message: string): void;
  /** Path of a program on PATH. */
  which(name: string): string | undefined;
  run(
    command: string,
    args: string[],
    options?: { quiet?: boolean; timeout?: number; env?: Record<string, string> },
  ): { status: number | null; stdout: string };
  /** Debian or a child of it, and we are root. */
  canApt(): boolean;
  /** Where Playwright keeps its own Chromium, if it is there. */
  playwrightChromium(): string | undefined;
}

export function thisHost(): Host;
