/** The way from the first click to a site that is taught. */
export const TEACH_STEPS = ['theirs', 'yours', 'preview', 'more-theirs', 'more-yours'] as const;
export type TeachStep = (typeof TEACH_STEPS)[number];

/** What a person is told at each step. */
export const STEP_WORDS: Record<TeachStep, { title: string; help: string }> = {
  theirs: { title: 'Click a message that they wrote', help: 'The words themselves are best.' },
  yours: { title: 'Now click one that you wrote', help: 'The page does not notice your clicks.' },
  preview: {
    title: 'Is this right?',
    help: 'Look at the colours: theirs on one side, yours on the other, the box you write in with a dashed line.',
  },
  'more-theirs': {
    title: 'Click another one of theirs',
    help: 'Best one that has the wrong colour, or none.',
  },
  'more-yours': { title: 'Click another one of yours', help: 'Best one that has the wrong colour, or none.' },
};

/** What may stand in the way. */
export const TEACH_PROBLEMS = [
  'few-rows',
  'no-list',
  'no-words',
  'same-side',
  'no-name',
  'same-message',
  'gone',
  'sides',
  'field',
  'nothing',
  'frame',
  'drawn',
  'too-big',
  'refused',
] as const;
export type TeachProblem = (typeof TEACH_PROBLEMS)[number];

/** Each problem in words, with what to do. */
export const PROBLEM_WORDS: Record<TeachProblem, string> = {
  'few-rows':
    'There are too few messages in view to learn from. Scroll so that at least three are seen, then begin again.',
  'no-list':
    'These messages have no lasting mark to find them by. Try other messages, or paste the conversation.',
  'no-words':
    'No words were found in most of these rows. Click the words themselves, not the picture or the name.',
  'same-side': 'You clicked the same message for both sides. Please begin again.',
  'no-name': 'Nothing on this page says which conversation it is. Open one conversation, then begin again.',
  'same-message': 'These two are not two messages of one list. Click two messages of the same conversation.',
  gone: 'The first message has left the page, as in long lists that keep only what is in view. Please click again, both in view.',
  sides:
    'The messages are found, but not whose they are. Click one more of each, or save and say in the panel which name is you.',
  field: 'That is a place to write, not a message. What is typed there is not looked at.',
  nothing: 'There are no words there. Click the words of a message.',
  frame:
    'That part of the page comes from another site, which Sidelight may not read yet. Leave, and let it in the panel; or paste the conversation.',
  drawn: 'That is a picture without words in it, so it can’t be read. Paste the conversation instead.',
  'too-big': 'This page needs more to be described than a recipe may hold. Try messages that are more alike.',
  refused:
    'What was learnt can’t be kept safely for this page. Try other messages, or paste the conversation.',
};

/** Counts of a preview in words. */
export function countWords({
  client,
  supporter,
  unknown,
}: Record<'client' | 'supporter' | 'unknown', number>): string {
  return `${String(client)} theirs, ${String(supporter)} yours, ${String(unknown)} not sure`;
}
