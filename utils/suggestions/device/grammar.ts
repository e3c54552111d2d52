/** Closed classes of English words that the reading of a clause rests on. All lower case. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const SUBJECT_PRONOUNS = set('i we he she they it you');
/** A subject with its verb in one word: "i'm", "he's", "they've". */
export const CONTRACTED =
  /^(?:i|we|he|she|they|it|you|that|there|who|what|everything|everyone|nobody|nothing|no one|someone)'(?:m|s|re|ve|d|ll)$/u;
export const LONE_SUBJECTS = set(
  'everyone everybody someone somebody anyone anybody nobody everything something nothing anything people things life this that these those both none most',
);
export const DETERMINERS = set(
  'my our his her their the a an this that these those some any every each another no all',
);
export const BE = set("am is are was were isn't aren't wasn't weren't");
export const HAVE = set("have has had haven't hasn't hadn't");
export const DO = set("do does did don't doesn't didn't");
export const MODALS = set(
  "can could will would should might must may can't couldn't won't wouldn't shouldn't mustn't",
);
export const ADVERBS = set(
  'not never always just also really still even only already actually so too very quite rather almost nearly barely hardly constantly usually often sometimes rarely ever finally recently suddenly slowly probably maybe perhaps definitely honestly literally basically completely totally absolutely now currently simply pretty lately truly both all clearly apparently eventually accidentally totally genuinely properly fully secretly',
);
export const PREPOSITIONS = set(
  'in on at to for with from by about of into over under after before since during without between through around against like as than off out up down near behind beside across until within because onto towards',
);
/** Words that begin a clause that leans on another. */
export const SUBORDINATORS = set(
  'because if when while although though unless until since whenever after before that whether where who which whose what how why as than',
);
export const COORDINATORS = set('and but or so yet then plus nor');
/** After these a new subject does not begin a new clause: it belongs to the word before. */
export const CLAUSE_TAKERS = set(
  'that if when because while although though unless until since whenever whether where who which whose what how why as than like ' +
    'say says said saying tell tells told telling think thinks thought thinking know knows knew knowing feel feels felt feeling hope hopes hoped hoping wish wishes wished wishing believe believed guess guessed swear promise promised promises promising reckon reckoned telling bet realise realised realize realized notice noticed find found hear heard mean means meant remember forget forgot pretend pretended pretending decide decided worry worries worried scared afraid terrified petrified frightened anxious nervous devastated gutted embarrassed disappointed annoyed furious frustrated relieved excited grateful lucky confident guilty sure glad sad happy sorry angry upset ashamed proud certain convinced aware imagine dream dreamt dreamed see saw admit admitted suppose supposed expect expected assume assumed understand care ' +
    'me myself him her them us you everything anything nothing something everyone anyone someone nobody person people thing things way time times day moment reason place one only best worst last first all fact before after much many the a my his their our of to with for about from in on at by and or but so even just',
);

/** Words that a clause may open with and does not need: greetings, hedges, linking words. */
/** Time phrases of two or three words begin with one of these and end with a time noun. */
export const TIME_HEADS = set('last this every next one each the some most');
export const TIME_NOUNS = set(
  'day days night nights morning mornings afternoon evening evenings week weeks weekend weekends month year time monday Monday Tuesday Wednesday Thursday Friday Saturday Sunday day today summer winter christmas Christmas',
);
export const TIME_WORDS = set('yesterday today tonight tomorrow sometimes lately recently nowadays');

export const OPENERS = set(
  'hi hey hello hiya yo morning evening well so and but or then also anyway anyways like ok alright yes no oh right now plus sorry thanks mate man guys bro first then meanwhile honestly basically still yet sir madam maam dear hmm though because look listen see actually maybe perhaps hopefully absolutely',
);
