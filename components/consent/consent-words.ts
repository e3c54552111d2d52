/** What a person is told before the first reading of a site: a question and its plain answer. */
export const CONSENT_WORDS: readonly { term: string; answer: string }[] = [
  { term: 'What it reads', answer: 'The messages on this page, and your draft as you write it.' },
  { term: 'Where it goes', answer: 'Nowhere. Reading happens on this device.' },
  { term: 'What it keeps', answer: 'Nothing after you close the browser.' },
  { term: 'What it never does', answer: 'Type, click or send anything for you.' },
];
