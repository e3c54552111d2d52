import type { BuiltinApi, BuiltinSession } from '@/utils/llm/builtin-model';

export interface BuiltinDouble extends BuiltinApi {
  /** What was asked, in order: the system text of each session and the text of each prompt. */
  created: string[];
  prompts: { input: string; constraint: unknown }[];
  /** Sessions that were not let go. */
  open: number;
  state: string;
}

export interface BuiltinScript {
  state?: string;
  /** The answer in pieces; `hang` waits for ever after them. */
  answer?: (input: string) => string[];
  hang?: boolean;
  /** Name of the DOMException that a prompt ends in, or the making of a session. */
  promptFails?: string;
  createFails?: string;
}

/** Speaks the browser's Prompt API as its specification has it: sessions, copies, streams, abort, destroy. */
export function builtinDouble({
  state = 'available',
  answer = () => ['{"hints":[]}'],
  hang = false,
  promptFails,
  createFails,
}: BuiltinScript = {}): BuiltinDouble {
  const session = (): BuiltinSession => {
    let alive = true;
    double.open += 1;
    return {
      promptStreaming(input, { responseConstraint, signal }) {
        if (!alive) throw new DOMException('destroyed', 'InvalidStateError');
        double.prompts.push({ input, constraint: responseConstraint });
        return new ReadableStream<string>({
          start(controller) {
            signal.addEventListener('abort', () => {
              controller.error(new DOMException('aborted', 'AbortError'));
            });
            for (const piece of answer(input)) controller.enqueue(piece);
            if (promptFails !== undefined) controller.error(new DOMException('no', promptFails));
            else if (!hang) controller.close();
          },
        });
      },
      clone: () => Promise.resolve(session()),
      destroy() {
        if (alive) double.open -= 1;
        alive = false;
      },
    };
  };
  const double: BuiltinDouble = {
    created: [],
    prompts: [],
    open: 0,
    state,
    availability: () => Promise.resolve(double.state),
    create({ initialPrompts, monitor, signal }) {
      if (signal?.aborted) return Promise.reject(new DOMException('aborted', 'AbortError'));
      if (createFails !== undefined) return Promise.reject(new DOMException('no', createFails));
      const target = new EventTarget();
      monitor?.(target);
      for (const loaded of double.state === 'downloadable' ? [0, 0.4, 1] : []) {
        target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
      }
      double.state = 'available';
      double.created.push(initialPrompts?.[0]?.content ?? '');
      return Promise.resolve(session());
    },
  };
  return double;
}
