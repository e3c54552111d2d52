import { buildCues } from '@/utils/messaging/build-cues';
import { buildPoints, buildUsage, countSides } from '@/utils/messaging/build-view';
import type { Engine as HintEngine, View } from '@/utils/messaging/view';
import { whoQuestion } from '@/utils/conversation/who-is-who';
import type { ConversationRecord } from '@/utils/storage/tab-record';
import { allowsHost, flagsOffHere } from './change-record';
import type { ConversationInsight } from './conversation-insight';
import type { PageSight } from './page-sight';
import { whoIsWho } from './remember-who';
import { openSafety } from './safety-watch';
import type { TabMemory } from './tab-memory';
import type { Choices } from './usual-choices';

/** What a view is made of. */
export interface ViewSource {
  memory: TabMemory;
  insight: ConversationInsight;
  sight: PageSight;
  draft: string;
  problem: View['problem'];
  engine: HintEngine;
  choices: Choices;
}

/** What the panel shows of a tab. */
export function buildView(source: ViewSource): View {
  const { memory, insight, sight, engine, problem } = source;
  const { spending, wording } = source.choices;
  const { current: record, messages, dropped } = memory;
  const safety = openSafety(record);
  const hints = record && insight.hintsFor(messages, record, safety.length > 0, wording.style);
  return {
    tabId: memory.tabId,
    state: sight.state,
    origin: memory.record.origin,
    ...(problem && { problem }),
    ...(record && { site: record.site, conversation: { key: record.key, title: record.title } }),
    ...(sight.health && { health: sight.health }),
    counts: countSides(messages, dropped),
    points: buildPoints({
      messages,
      dropped,
      reading: (message) => insight.readingOf(message, record),
      second: ({ id }) => record?.secondReadings?.[id],
    }),
    safety,
    ...(hints && { hints }),
    ...(sight.isUnsure && { isUnsure: true }),
    ...(sight.frames.length > 0 && { frames: [...sight.frames] }),
    ...(sight.isFrameLost && { isFrameLost: true }),
    ...(record && naming(source, record)),
    ...(record && coaching(source)),
    ...draftIn(source),
    wording,
    engine: engineFor(source, engine),
    ...buildUsage(record?.usage, spending),
  };
}

/** How the conversation was found, and whose names are whose. */
function naming(
  { memory: { record: tab, messages } }: ViewSource,
  record: ConversationRecord,
): Pick<View, 'isGuess' | 'who' | 'whoQuestion'> {
  const who = whoIsWho(tab, record);
  const question = whoQuestion(messages, who);
  const isAnswered = typeof who.me === 'string' || typeof who.client === 'string';
  return {
    ...(record.isGuess === true && { isGuess: true }),
    ...(isAnswered && { who }),
    ...(question && { whoQuestion: question }),
  };
}

/** What waits for an answer, and how the talking is shared. */
function coaching({ insight, memory: { messages, dropped } }: ViewSource): Pick<View, 'cues' | 'balance'> {
  const { cues, balance } = insight.outlook(messages);
  return { cues: buildCues({ messages, dropped, cues }), balance };
}

/** The draft, and what there is to say of it but for what the person does not want to hear. */
function draftIn({ draft, memory, insight, choices }: ViewSource): Pick<View, 'draft' | 'draftCheck'> {
  if (draft === '') return {};
  const { current, messages } = memory;
  if (!current || draft.trim() === '') return { draft };
  const off = new Set([...choices.flagsOff, ...flagsOffHere(current)]);
  return { draft, draftCheck: insight.checkDraft(draft, messages, current, off) };
}

/** The engine with what the person decided for this conversation. */
function engineFor({ memory: { current } }: ViewSource, engine: HintEngine): HintEngine {
  if (engine.kind !== 'llm') return engine;
  const declined = current?.llmDeclined === true;
  return { ...engine, allowed: allowsHost(current, engine.host), ...(declined && { declined }) };
}
