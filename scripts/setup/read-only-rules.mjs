/**
 * The APIs that nothing in a host page may use, in one place: the lint rule bans them in the source and a
 * test bans them in the built content script.
 */
export const WRITE_METHODS = [
  'click',
  'focus',
  'blur',
  'select',
  'submit',
  'requestSubmit',
  'reset',
  'dispatchEvent',
  'execCommand',
  'setAttribute',
  'setAttributeNS',
  'removeAttribute',
  'toggleAttribute',
  'appendChild',
  'insertBefore',
  'replaceChild',
  'removeChild',
  'replaceWith',
  'replaceChildren',
  'insertAdjacentHTML',
  'insertAdjacentElement',
  'insertAdjacentText',
  'attachShadow',
  'setRangeText',
  'setSelectionRange',
  'scrollIntoView',
  'scrollTo',
  'scrollBy',
  'showModal',
  'postMessage',
  'sendBeacon',
  'pushState',
  'replaceState',
  'preventDefault',
  'stopPropagation',
  'stopImmediatePropagation',
  'createElement',
  'write',
  'writeln',
];

export const WRITE_PROPERTIES = [
  'innerHTML',
  'outerHTML',
  'innerText',
  'outerText',
  'textContent',
  'nodeValue',
  'value',
  'checked',
  'selectedIndex',
  'className',
  'hidden',
  'scrollTop',
  'scrollLeft',
  'cookie',
  'designMode',
  'contentEditable',
];

export const WRITE_GLOBALS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'localStorage',
  'sessionStorage',
  'indexedDB',
];

const either = (names) => `/^(${names.join('|')})$/`;
const why = 'Nothing that runs in a host page may write to it, act in it or talk to a network.';

/** The same list as entries of ESLint's `no-restricted-syntax`. */
export const readOnlySyntax = [
  {
    selector: `CallExpression > MemberExpression.callee[property.name=${either(WRITE_METHODS)}]`,
    message: why,
  },
  {
    selector: `AssignmentExpression > MemberExpression.left[property.name=${either(WRITE_PROPERTIES)}]`,
    message: why,
  },
  {
    selector: `UpdateExpression > MemberExpression[property.name=${either(WRITE_PROPERTIES)}]`,
    message: why,
  },
  {
    selector: `AssignmentExpression > MemberExpression.left > MemberExpression.object[property.name=/^(style|dataset|location|classList)$/]`,
    message: why,
  },
  {
    selector: `CallExpression > MemberExpression.callee > MemberExpression.object[property.name='classList']`,
    message: why,
  },
  { selector: `Identifier[name=${either(WRITE_GLOBALS)}]`, message: why },
];
