import { describe, expect, it } from 'vitest';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import { safetyCueSchema } from '@/utils/analysis/safety-cue';
import { z } from '@/utils/schema';

const strengths = (text: string) => findSafetyCues(text).map((cue) => cue.strength);

describe('safety cues', () => {
  it('are what the contract says, with spans that are the words themselves', () => {
    const text = 'Hey 😀 I feel awful. I want to die. And my dad hits me.';
    const cues = z.array(safetyCueSchema).parse(findSafetyCues(text));
    expect(cues.map((cue) => [cue.class, cue.strength])).toEqual([
      ['suicide', 'explicit'],
      ['abuse', 'explicit'],
    ]);
    for (const cue of cues) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
  });

  it('carry no score and no level', () => {
    for (const cue of findSafetyCues('I want to kill myself')) {
      expect(Object.keys(cue).sort()).toEqual(['class', 'end', 'rule', 'start', 'strength', 'text']);
    }
  });

  it.each([
    ["I'm not suicidal"],
    ["I don't want to die"],
    ["I haven't thought about suicide in a while"],
    ['Suicidal? No.'],
    ['I would never kill myself'],
    ["he doesn't hit me"],
  ])('keep a "no" as a gentle check: %s', (text) => {
    expect(strengths(text)).toEqual(['check']);
  });

  it.each([
    ["I can't stop thinking about suicide"],
    ["I'm not okay and I want to die"],
    ['why shouldnt i just kill myself'],
    ["I don't know what to do, I want to die"],
    ["I'm not gonna lie I want to kill myself"],
    ["I've never felt this suicidal before"],
  ])('take no "not" for a no that belongs to something else: %s', (text) => {
    expect(strengths(text)).toContain('explicit');
  });

  it.each([
    ['I tried to kill myself two years ago'],
    ['I used to want to die every day'],
    ['I was suicidal in high school but I am better now'],
    ['my dad used to hit me'],
  ])('keep the past as a check: %s', (text) => {
    expect(strengths(text)).toEqual(['check']);
  });

  it.each([['I tried to kill myself last night'], ["I used to be fine and now I'm suicidal"]])(
    'leave the recent past plain: %s',
    (text) => {
      expect(strengths(text)).toContain('explicit');
    },
  );

  it.each([
    ['my friend wants to die'],
    ['My brother killed himself in 2019'],
    ['people keep telling me to kill myself'],
    ['my daughter is cutting herself'],
    ["My friend's boyfriend hits her"],
    ['my online friend is gonna kms'],
  ])('keep what is about others as a check: %s', (text) => {
    const found = strengths(text);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(['check']));
  });

  it.each([
    ['the song says I want to die'],
    ['it\'s from a meme, "I\'m gonna end it all"'],
    ['kms lol'],
    ['I want to die 😂'],
  ])('never drop words of oneself for a song, a quotation or laughter: %s', (text) => {
    expect(strengths(text)).toEqual(['check']);
  });

  it.each([
    ['this homework is killing me'],
    ["I'd kill for a coffee"],
    ['dead tired'],
    ["I'm dying of laughter"],
    ["I'm watching Suicide Squad later"],
    ['in the book the main character kills himself at the end'],
    ['he cut me off at the lights'],
    ['I ended it with Tom last night'],
    ['I slapped some paint on the wall'],
  ])('leave idiom and stories alone: %s', (text) => {
    expect(findSafetyCues(text)).toEqual([]);
  });

  it('do not let an idiom hide a plain sentence beside it', () => {
    expect(strengths('I want to die of laughter. No really, I want to die.')).toContain('explicit');
  });

  it.each([
    ['I wish i was dead right now'],
    ['I want to die before christmas'],
    ['I want to die for real'],
    ["I don't want to live with this pain"],
    ['im scared that my husband hits me hard'],
    ['the car i want to die'],
    ['this man is going to kill me'],
    ['I cut myself in class'],
    ['I give up on my life'],
    ["I can't do this to myself anymore"],
    ['I took all my meds today'],
    ["I'm on episode 3 and having suicide thoughts"],
    ["I can't carry on my mum is gone"],
  ])('are not lost to an exception that means something else: %s', (text) => {
    expect(findSafetyCues(text).length).toBeGreaterThan(0);
  });

  it.each([
    ['Do you ever wish you were dead?'],
    ['would anyone come to my funeral'],
    ["I don't want to be here anymore"],
  ])('hear hints and questions: %s', (text) => {
    expect(strengths(text)).toContain('indirect');
  });

  it.each([
    ['no point living liao', 'suicide'],
    ['Sian until want to die', 'suicide'],
    ['i want to do suicide nobody is understanding me', 'suicide'],
    ['cba w life anymore', 'suicide'],
    ['My in-laws beat me for dowry', 'abuse'],
    ["I've just taken 40 paracetamol", 'danger'],
    ["I'm going to kill my stepfather", 'violence'],
    ['i relapsed last night. 3 months clean from sh gone', 'self-harm'],
  ])('know the words of many places: %s', (text, kind) => {
    expect(findSafetyCues(text).map((cue) => cue.class)).toContain(kind);
  });

  it('find nothing in nothing', () => {
    for (const text of ['', ' ', '\n', '...', '😀😀', '?!', '\u200b', '\ud800', '12345']) {
      expect(findSafetyCues(text)).toEqual([]);
    }
  });
});
