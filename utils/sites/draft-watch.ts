import { readDraft } from './draft';
import type { Place } from './locate';

/** Milliseconds of rest in the composer before the draft is read. */
const DRAFT_REST = 250;

/** Tells of the draft beside the conversation in front, once the typing rests and only when it is another. */
export class DraftWatch {
  private last = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly placeNow: () => Place | null,
    private readonly onDraft: (key: string, text: string) => void,
  ) {}

  readSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), DRAFT_REST);
  }

  /** What was told counts no more. */
  forget(): void {
    this.last = '';
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private read(): void {
    const place = this.placeNow();
    if (!place) return;
    const text = readDraft(place.container, place.adapter);
    if (text === this.last) return;
    this.last = text;
    this.onDraft(place.conversation.key, text);
  }
}
