/** The part of a runtime port that the panel uses. */
export interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  /** Fires when the other end goes away, never for our own `disconnect`. */
  onDisconnect: { addListener(listener: () => void): void };
}
