import type { FeedbackTools } from '@/utils/practice/feedback/moments';
import { type SessionSkills, skillsOf } from '@/utils/practice/growth/growth';
import type { SessionRecord } from '@/utils/practice/record';

/** Reads sessions for what they showed, one at a time, so that the page stays alive; null once it is not wanted. */
export async function readSkills(
  records: readonly SessionRecord[],
  tools: FeedbackTools,
  isWanted: () => boolean = () => true,
): Promise<SessionSkills[] | null> {
  const skills: SessionSkills[] = [];
  for (const record of records) {
    if (!isWanted()) return null;
    const shown = skillsOf(record, tools);
    if (shown) skills.push(shown);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return skills;
}
