import { describe, expect, it } from 'vitest';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';

const textsFor = (text: string): string[] =>
  suggestOnDevice({
    messages: [{ id: 'c1', side: 'client', text }],
    readings: () => null,
    round: 0,
  }).hints.map((hint) => hint.text);

describe('what a message is about', () => {
  it('is the tears, not the food', () => {
    const hints = textsFor('My flatmate ate my food again and I just sat on the kitchen floor and cried');
    expect(hints.join(' ')).toMatch(/cried|tears|cry/u);
    expect(hints.join(' ')).not.toMatch(/after your flatmate ate/u);
  });

  it('is not the hour of a shift', () => {
    const hints = textsFor('my best mate rings me every night at 2am and he cries, i have work at 6');
    expect(hints.join(' ')).not.toMatch(/work at 6/u);
  });

  it('is what is asked, before the loss that it is asked about', () => {
    const hints = textsFor('is it bad that i felt relieved when grandad died');
    expect(hints[1]).not.toMatch(/so sorry/u);
  });

  it('is no good news when something is wrong beside it', () => {
    const hints = textsFor("I got promoted and now my best friend at work won't sit with me at lunch");
    expect(hints.join(' ')).not.toMatch(/no small thing|good to hear|pleased for you/u);
  });

  it('does not take a missed event for a missed person', () => {
    expect(textsFor("i missed my kid's school play again").join(' ')).not.toMatch(/miss most|ache/u);
  });

  it('does not hear what somebody is quoted with as the client', () => {
    const hints = textsFor("my housemate left a note saying 'we need to talk'");
    expect(hints.join(' ')).not.toMatch(/get off your chest/u);
  });
});
