import type { OutgoingHttpHeaders } from 'node:http';
import { chatBody, fittingHints, fittingReading } from './read-request';
import type { Behaviour, Received } from './server';
import { chunk, DONE, event, pieces, STREAM_HEADERS, streamText } from './sse';

const JSON_HEADERS = { 'content-type': 'application/json' };
const HTML = '<!doctype html><html><head><title>Welcome</title></head><body><h1>It works</h1></body></html>';

/** Answers with three good hints about whatever was asked, and a reading. */
export const attentive: Behaviour = (request, response) => {
  streamText(response, JSON.stringify({ hints: fittingHints(request), reading: fittingReading(request) }));
};

/** Answers with the text that `write` makes of the request, so also with what an instruction in it demands. */
export function says(write: (request: Received) => string, finish = 'stop'): Behaviour {
  return (request, response) => {
    streamText(response, write(request), finish);
  };
}

/** Refuses with a status and, if any, a body. */
export function refuses(status: number, body: unknown = '', headers: OutgoingHttpHeaders = {}): Behaviour {
  return (_, response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { ...(typeof body === 'string' ? {} : JSON_HEADERS), ...headers }).end(text);
  };
}

/** What OpenAI and most others put around an error. */
export function apiError(message: string, code: string | null = null): unknown {
  return { error: { message, type: 'invalid_request_error', param: null, code } };
}

export const badKey = refuses(401, apiError('Incorrect API key provided: sk-wrong.', 'invalid_api_key'));
/** Ollama to an extension that it was not told about: 403 and not a word. */
export const ollamaRefusesOrigin = refuses(403);
export const unknownModel = refuses(404, apiError('The model `nope` does not exist.', 'model_not_found'));

export function webPage(status = 200): Behaviour {
  return refuses(status, HTML, { 'content-type': 'text/html; charset=utf-8' });
}

/** Sends everyone on to another address, as sign-in pages do. */
export function redirects(to: string): Behaviour {
  return refuses(307, '', { location: to });
}

/** Accepts the request and never says a word. */
export const silentBeforeHeaders: Behaviour = () => undefined;

/** Begins an answer and falls silent. */
export function silentAfter(count: number): Behaviour {
  return (request, response) => {
    response.writeHead(200, STREAM_HEADERS);
    response.flushHeaders();
    for (const piece of answerPieces(request).slice(0, count))
      response.write(event(chunk({ content: piece })));
  };
}

/** Begins an answer and drops the connection. */
export function resetsAfter(count: number): Behaviour {
  return async (request, response) => {
    response.writeHead(200, STREAM_HEADERS);
    response.flushHeaders();
    for (const piece of answerPieces(request).slice(0, count)) {
      await new Promise((written) => response.write(event(chunk({ content: piece })), written));
    }
    response.socket?.resetAndDestroy();
  };
}

/** Drops the connection before it answers at all. */
export const resetsAtOnce: Behaviour = (_, response) => {
  response.socket?.resetAndDestroy();
};

/** Ends the stream properly, but in the middle of the answer and without saying why. */
export function endsAfter(count: number): Behaviour {
  return (request, response) => {
    response.writeHead(200, STREAM_HEADERS);
    for (const piece of answerPieces(request).slice(0, count))
      response.write(event(chunk({ content: piece })));
    response.end();
  };
}

/** Sends the whole answer, a few characters every `everyMs` milliseconds. */
export function drips(everyMs: number, size = 7): Behaviour {
  return (request, response) => {
    response.writeHead(200, STREAM_HEADERS);
    const rest = [...answerPieces(request, size).map((piece) => event(chunk({ content: piece })))];
    rest.push(event(chunk({}, 'stop')), DONE);
    const timer = setInterval(() => {
      const next = rest.shift();
      if (next === undefined) response.end();
      else response.write(next);
    }, everyMs);
    response.once('close', () => {
      clearInterval(timer);
    });
  };
}

/** A sign of life every `everyMs` milliseconds and never an answer. */
export function pings(everyMs: number): Behaviour {
  return (_, response) => {
    response.writeHead(200, STREAM_HEADERS);
    const timer = setInterval(() => response.write(': still here\n\n'), everyMs);
    response.once('close', () => {
      clearInterval(timer);
    });
  };
}

/** Speaks the protocol, but one event holds no JSON. */
export const brokenEvent: Behaviour = (_, response) => {
  response.writeHead(200, STREAM_HEADERS);
  response.write(event(chunk({ content: '{"hints":[' })));
  response.end('data: {"choices": [{]\n\n');
};

/** Reports a failure in the middle of the stream, as gateways do. */
export function errorAfter(count: number, error: unknown): Behaviour {
  return (request, response) => {
    response.writeHead(200, STREAM_HEADERS);
    for (const piece of answerPieces(request).slice(0, count))
      response.write(event(chunk({ content: piece })));
    response.end(event({ error }));
  };
}

/** Declines in the way that structured output provides for. */
export const declines: Behaviour = (_, response) => {
  response.writeHead(200, STREAM_HEADERS);
  response.write(event(chunk({ refusal: 'I cannot help with that.' })));
  response.write(event(chunk({}, 'stop')));
  response.end(DONE);
};

/** Does not stream, whatever is asked. */
export const answersInOnePiece: Behaviour = (request, response) => {
  response.writeHead(200, JSON_HEADERS).end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: JSON.stringify({ hints: fittingHints(request) }) },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 640, completion_tokens: 120, total_tokens: 760 },
    }),
  );
};

/** Sends fields that no specification knows, next to the known ones and inside them. */
export const addsUnknownFields: Behaviour = (request, response) => {
  const hints = fittingHints(request).map((hint) => ({ ...(hint as object), score: 9, html: '<b>hi</b>' }));
  response.writeHead(200, { ...STREAM_HEADERS, 'x-secret-sauce': 'yes' });
  for (const piece of pieces(JSON.stringify({ hints, comment: 'as asked' }))) {
    response.write(
      event({ ...chunk({ content: piece, reasoning_content: 'hm', x: {} }), vendor: { cost: 1 } }),
    );
  }
  response.write(event(chunk({}, 'stop')));
  response.end(DONE);
};

/** Streams about `bytes` bytes of padding in one unending event. */
export function floods(bytes: number): Behaviour {
  return async (_, response) => {
    response.writeHead(200, STREAM_HEADERS);
    response.write('data: {"choices":[{"index":0,"delta":{"content":"');
    const block = 'a'.repeat(64 * 1_024);
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    for (let sent = 0; sent < bytes && !response.destroyed; sent += block.length) {
      if (response.write(block)) continue;
      const drained = new Promise<void>((resolve) => response.once('drain', resolve));
      await Promise.race([drained, closed]);
    }
    response.end('"},"finish_reason":null}]}\n\n');
  };
}

/** Knows only some forms of answer; complains about the others like the servers that do. */
export function knowsFormats(formats: readonly string[], then: Behaviour = attentive): Behaviour {
  return (request, response) => {
    const asked = chatBody(request).response_format?.type;
    if (asked === undefined || formats.includes(asked)) return then(request, response);
    return refuses(400, apiError(`response_format.type ${asked} is not supported`))(request, response);
  };
}

/** Complains about one parameter until it is left out. */
export function dislikes(parameter: string, then: Behaviour = attentive): Behaviour {
  return (request, response) => {
    const body = request.body;
    if (typeof body === 'object' && body !== null && parameter in body) {
      const message = `Unsupported parameter: '${parameter}' is not supported with this model.`;
      return refuses(400, apiError(message, 'unsupported_parameter'))(request, response);
    }
    return then(request, response);
  };
}

function answerPieces(request: Received, size?: number): string[] {
  return pieces(JSON.stringify({ hints: fittingHints(request) }), size);
}
