/** What a turn is most about, as surely as its words say. */
export interface Heart {
  name: string;
  /** 0 to 1. */
  share: number;
  /** Preference of its lines over those that fit any turn, in points of weight. */
  worth: number;
}
