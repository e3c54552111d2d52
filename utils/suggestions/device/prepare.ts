import { prepareScreen } from '../screen';
import { prepareAnswers } from './answers';
import { prepareDarkWords } from './dark-words';
import { prepareFrames } from './frames';
import { prepareMatters } from './matters';
import { prepareMoves } from './moves';
import { suggestOnDevice } from './suggest';

/** Talk of several kinds, so that most patterns of the bank are tried once. */
const REHEARSED = [
  'my nan died last month and i cant sleep, my boss shouts at me and i feel so alone',
  'how do i tell my parents that i failed? i am scared they will be angry with me',
];

/**
 * Compiles the patterns of the bank by making hints for made-up messages, which are thrown away. The first
 * hints of a process otherwise take a few hundred milliseconds, all later ones a few. Call it when nobody
 * waits. It keeps no state: what is suggested afterwards is the same with and without it.
 */
export function prepareDeviceHints(): void {
  // What holds no word of the made-up messages is not tried on them.
  prepareFrames();
  prepareScreen();
  prepareMatters();
  prepareMoves();
  prepareAnswers();
  prepareDarkWords();
  for (const [i, text] of REHEARSED.entries())
    suggestOnDevice({
      messages: [{ id: `rehearsed-${i}`, side: 'client', text }],
      readings: () => null,
      round: 0,
    });
}
