import { CATEGORIES, type Category } from '../reading';
import { SHAPE } from './shape';

const FELT = CATEGORIES.filter((category) => category !== 'neutral');

/** Names of the signals, in the order of the vector that `readSignals` gives. */
export const SIGNALS = [
  ...FELT.map((category) => `feeling:${category}`),
  ...FELT.map((category) => `not:${category}`),
  ...FELT.map((category) => `own:${category}`),
  'valence:sum',
  'valence:positive',
  'valence:negative',
  'valence:last',
  'valence:mean',
  'valence:density',
  'valence:size',
  'valence:highest',
  'valence:lowest',
  'positive words',
  'negative words',
  'commas',
  'quotes',
  'length',
  'short',
  'exclaims',
  'asks',
  'trails off',
  'first person',
  'second person',
  'third person',
  'capitals',
  'greets',
  ...SHAPE,
];
export const INDEX = new Map(SIGNALS.map((name, i) => [name, i]));
/** Where a signal stands in the vector. */
export const at = (name: string): number => INDEX.get(name) ?? 0;
/** Where the signals stand that belong to the text as a whole: looked up once, not for every message. */
export const AT = {
  commas: at('commas'),
  quotes: at('quotes'),
  length: at('length'),
  short: at('short'),
  exclaims: at('exclaims'),
  asks: at('asks'),
  trailsOff: at('trails off'),
  first: at('first person'),
  second: at('second person'),
  third: at('third person'),
  capitals: at('capitals'),
  greets: at('greets'),
  last: at('valence:last'),
  shape: at('shape:characters'),
};
/** The signals of a feeling by how it stands in the text. */
export const SLOTS: ReadonlyMap<Category, Record<'negated' | 'own' | 'named', readonly number[]>> = new Map(
  FELT.map((category) => {
    const feeling = at(`feeling:${category}`);
    return [
      category,
      { negated: [at(`not:${category}`)], own: [feeling, at(`own:${category}`)], named: [feeling] },
    ];
  }),
);
