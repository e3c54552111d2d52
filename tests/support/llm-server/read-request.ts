import { z } from '@/utils/schema';
import type { Received } from './server';

const bodySchema = z.object({
  model: z.string(),
  stream: z.optional(z.boolean()),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.optional(z.object({ type: z.string() })),
});

const dataSchema = z.object({
  earlier: z.array(z.string()),
  open: z.array(z.string()),
  messages: z.array(z.object({ id: z.string(), from: z.string(), text: z.string() })),
});
export type PromptData = z.infer<typeof dataSchema>;
export type PromptRow = PromptData['messages'][number];

/** The request as this protocol means it. Throws for anything else. */
export function chatBody(received: Received): z.infer<typeof bodySchema> {
  return bodySchema.parse(received.body);
}

/** The conversation as a model sees it in the prompt. */
export function promptRows(received: Received): PromptRow[] {
  return promptData(received).messages;
}

/** Everything between the two marks. */
export function promptData(received: Received): PromptData {
  const user = chatBody(received).messages.find((message) => message.role === 'user')?.content ?? '';
  const lines = user.split('\n');
  const mark = lines.findIndex((line) => line.startsWith('====='));
  const end = lines.findIndex((line, index) => index > mark && line === lines[mark]);
  return dataSchema.parse(JSON.parse(lines.slice(mark + 1, end).join('\n')));
}

/** Three hints that keep to the contract, each resting on the last words of the client. */
export function fittingHints(received: Received): unknown[] {
  const row = promptRows(received).findLast(({ from, text }) => from === 'client' && text !== '');
  if (!row) return [];
  const quote = row.text.split(/\s+/).slice(-4).join(' ');
  const because = { id: row.id, quote };
  return [
    { kind: 'explore', because, technique: 'open question', text: `What was it like for you, “${quote}”?` },
    {
      kind: 'empathise',
      because,
      technique: 'reflection of feeling',
      text: 'It sounds like a lot to carry.',
    },
    { kind: 'support', because, technique: 'affirmation', text: 'Saying this here took courage.' },
  ];
}

/** A reading that keeps to the contract, resting on the same words. */
export function fittingReading(received: Received): unknown {
  const row = promptRows(received).findLast(({ from, text }) => from === 'client' && text !== '');
  const quote = row?.text.split(/\s+/).slice(-4).join(' ') ?? '';
  return { quote, label: 'sadness', valence: -0.6, arousal: -0.2 };
}
