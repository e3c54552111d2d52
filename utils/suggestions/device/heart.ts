/** What a turn is, or may be, most about. */
export interface Heart {
  name: string;
  /** Preference of its lines over those that fit any turn, in points of weight; below 0 where they must fit better. */
  worth: number;
}
