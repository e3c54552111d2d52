/** What a careful reader would stumble over. Each is a fault of the engine, not of the client. */
const FAULTS: readonly RegExp[] = [
  /(?<!\b(?:of|to|for|with|about|from|like|at|on) )\b(?:you|they|we) (?:is|was|am|has|does|isn't|wasn't|hasn't|doesn't)\b/iu,
  /\b(?:he|she|it) (?:are|don't|aren't|haven't)\b/iu,
  /(?<!\b(?:if|wish|though|as) )\b(?:he|she|it) were\b/iu,
  /\byour (?:are|you|your|is|was|am)\b/iu,
  /\byour (?:\p{L}+ )?\p{L}*[^s'i]s (?:is|was|has|does|isn't|wasn't|doesn't)\b/iu,
  /(?:^|[^\p{L}'])i(?:[^\p{L}]|$)/u,
  /\b(\p{L}+) \1\b/iu,
  /[{}<>[\]\\|]/u,
  /\b(?:undefined|null|NaN)\b/u,
  / [,.?!]|,,|\.\.(?!\.)|,\.|\?\./u,
  /\?.*\?/u,
  /\b(?:a|an) (?:a|an|the|your)\b/iu,
  /\b(?:to to|of of|and and|because because|when when|sounds sounds)\b/iu,
  /\b(?:feel|feeling) feeling\b/iu,
  /\byou (?:really )?(?:hate|love|like|miss|blame) you\b/iu,
  /\b(?:dads|mums|moms|nans|grans|sons|sisters|brothers|husbands|boyfriends|girlfriends|mates) your\b/iu,
  /\bafter\b[^.?!]*\bafter\b|\bsince\b[^.?!]*\bsince\b|\bwhen\b[^.?!]*\bwhen\b/iu,
  /[^\p{L}\p{N}\p{Zs}.,?!'’‘“”:;()£$€%&/…-]/u,
];
/** "you you can" and "that that" are sound; they are taken out before the doubled words are looked for. */
const SOUND_DOUBLES =
  /\b(?:you you(?= (?:can|are|could|should|were|will|would|have|had))|that that|had had|her her)\b/giu;

/** Whether a finished hint is one clean sentence or two: agreement, person, marks, no open slots. */
export function readsWell(text: string): boolean {
  if (!/^[\p{Lu}‘“'"]/u.test(text) || !/[.?!]['’”]?$/u.test(text)) return false;
  const tested = text.replace(SOUND_DOUBLES, (pair) => pair.split(' ')[0] ?? '');
  return !FAULTS.some((fault) => fault.test(tested)) && balanced(text);
}

function balanced(text: string): boolean {
  const opened = text.match(/[‘“(]/gu)?.length ?? 0;
  const doubles = text.match(/"/gu)?.length ?? 0;
  const closed = (text.match(/[”)]/gu)?.length ?? 0) + (text.match(/‘[^‘’]*’/gu)?.length ?? 0);
  return opened <= closed && doubles % 2 === 0;
}
