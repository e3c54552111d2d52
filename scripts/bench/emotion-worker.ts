import { timeEmotion } from './emotion-times';

/** Times the models inside a browser's worker, where the extension runs them. */
globalThis.onmessage = ({ data }: MessageEvent<{ emotion: ArrayBuffer; codes: ArrayBuffer }>) => {
  globalThis.postMessage(timeEmotion(data.emotion, data.codes));
};
