/** What a turn is most about, where its words surely say it. */
export interface Heart {
  name: string;
  /** Preference of its lines over those that fit any turn, in points of weight. */
  worth: number;
}
