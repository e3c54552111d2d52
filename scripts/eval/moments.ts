import { readFileSync } from 'node:fs';
import { stageSchema } from '@/utils/conversation/stage';
import { messageSchema } from '@/utils/conversation/message';
import { z } from '@/utils/schema';

const momentSchema = z.object({
  id: z.string(),
  theme: z.string(),
  stage: stageSchema,
  safety: z.boolean(),
  messages: z.array(messageSchema).check(z.minLength(1)),
  mentions: z.optional(z.array(z.string())),
  avoids: z.optional(z.array(z.string())),
});

/** A written conversation up to a client message, with what a good answer must and must not do. */
export type WrittenMoment = z.infer<typeof momentSchema>;

/** @throws when a line of the file is not a moment */
export function readMoments(file: string): WrittenMoment[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => momentSchema.parse(JSON.parse(line)));
}
