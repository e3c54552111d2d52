import { z } from '../../schema';

/** What a client's message is most about for the one who writes it: not the topic, but what a listener would show they understood. */
export const THEMES = [
  'left-out',
  'lonely',
  'unseen',
  'put-down',
  'unfair',
  'let-down',
  'missing',
  'fading',
  'breakup',
  'out-of-place',
  'worn-out',
  'pressure',
  'money',
  'worried',
  'regret',
  'ashamed',
  'not-enough',
  'torn',
  'stuck',
  'self-lost',
  'body',
  'cross',
  'masking',
  'flat',
  'unreal',
  'moved',
  'proud',
  'relieved',
  'glad',
  'fond',
  'step',
  'insight',
  'joking',
  'thanks',
  'asks',
  'unsure-here',
  'neutral',
] as const;
export const themeSchema = z.enum(THEMES);
export type Theme = z.infer<typeof themeSchema>;

/** How much of what a text could be about each theme is: shares of 0 to 1 that add up to 1. */
export type ThemeShares = ReadonlyMap<Theme, number>;

/** Reads what a text is about. */
export type ThemeReader = (text: string) => ThemeShares;
