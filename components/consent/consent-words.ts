import type { View } from '@/utils/messaging/view';

/** What a person is told before the first reading of a site: a question and its plain answer. */
export interface ConsentWords {
  term: string;
  answer: string;
}

/** The answers. With an endpoint set up, where the words go has a longer one. */
export function consentWords(engine: View['engine']): readonly ConsentWords[] {
  return [
    { term: 'What it reads', answer: 'The messages on this page, and your draft as you write it.' },
    {
      term: 'Where it goes',
      answer:
        engine.kind === 'device'
          ? 'Nowhere. Reading happens on this device.'
          : `Nowhere yet. Before a conversation goes to ${engine.host}, you are asked again.`,
    },
    {
      term: 'What it understands',
      answer:
        'English only. It says so when a message is in another language, and sees no safety cues in it.',
    },
    { term: 'What it keeps', answer: 'Nothing after you close the browser.' },
    { term: 'What it never does', answer: 'Type, click or send anything for you.' },
  ];
}
