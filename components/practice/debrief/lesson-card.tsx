import type { Lesson } from '@/utils/practice/debrief/make-debrief';

const LONGEST = 140;

interface Props {
  title: string;
  lesson: Lesson;
  kind: 'keep' | 'try';
}

/** One thing to keep, or one to try, with the words it rests on. */
export function LessonCard({ title, lesson: { text, turn, words }, kind }: Props) {
  const id = `lesson-${kind}`;
  return (
    <section className={`card debrief-card lesson lesson-${kind}`} aria-labelledby={id}>
      <h2 className="card-title" id={id}>
        {title}
      </h2>
      <p>{text}</p>
      {words !== undefined && (
        <p className="note lesson-words">
          {turn !== undefined && `Turn ${String(turn)}: `}“
          {words.length > LONGEST ? `${words.slice(0, words.lastIndexOf(' ', LONGEST))} …` : words}”
        </p>
      )}
    </section>
  );
}
