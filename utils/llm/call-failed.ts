import type { Failure } from './classify-error';

/** The call came to nothing; `failure` says why in the words of the closed list. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}
