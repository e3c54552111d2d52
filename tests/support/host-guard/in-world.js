/**
 * Runs inside the extension's own world of a host page, before the first of its scripts. From then on every
 * call of that world that could act on the page is told, with where it came from; reads are let through
 * untold. The page's own calls happen in another world, with other prototypes, and never show up here.
 *
 * What may be called is listed; whatever is not listed is told. A new way to write is so caught by default.
 *
 * An expression that evaluates to a function, because it is sent into the page as text.
 */
(bindingName) => {
  const tell = globalThis[bindingName];
  delete globalThis[bindingName];

  /** Methods that only read, on any interface. */
  const READS = new Set(
    `querySelector querySelectorAll getAttribute getAttributeNS getAttributeNames getAttributeNode hasAttribute
    hasAttributeNS hasAttributes matches closest contains compareDocumentPosition getElementById
    getElementsByTagName getElementsByTagNameNS getElementsByClassName getElementsByName getBoundingClientRect
    getClientRects checkVisibility getRootNode isSameNode isEqualNode lookupPrefix lookupNamespaceURI
    hasChildNodes item namedItem entries keys values forEach toString toJSON supports getSelection hasFocus
    elementFromPoint elementsFromPoint composedPath getPropertyValue getPropertyPriority computedStyleMap
    substringData assignedNodes assignedElements getModifierState getComputedStyle matchMedia
    addEventListener removeEventListener addListener removeListener createTreeWalker createNodeIterator
    createDocumentFragment createRange getItem key now throwIfAborted
    setTimeout clearTimeout setInterval clearInterval queueMicrotask requestAnimationFrame
    cancelAnimationFrame requestIdleCallback cancelIdleCallback structuredClone atob btoa reportError`.split(
      /\s+/,
    ),
  );

  const EVENTS =
    /^(dispatchEvent|click|submit|requestSubmit|reset|preventDefault|stop\w*Propagation|init\w*Event|returnValue|cancelBubble|on[a-z]+)$/;
  const FOCUS =
    /^(focus|blur|select|setSelectionRange|setBaseAndExtent|scroll\w*|selection\w+|setPosition|collapse\w*|extend|addRange|removeRange|removeAllRanges|empty|selectAllChildren|modify|requestFullscreen|requestPointerLock|setPointerCapture|open|close|moveTo|moveBy|resizeTo|resizeBy)$/;
  const REQUESTS = /^(fetch|fetchLater|send|sendBeacon|postMessage|write|writeText|src|srcset|href|action)$/;

  /** Interfaces besides everything that takes part in events: these too reach into the page. */
  const REACHES =
    /^(Range|Selection|History|DOMTokenList|NamedNodeMap|CSS\w*|StyleSheet|StylePropertyMap|MediaList|DOMStringMap|Navigator|Clipboard\w*|DataTransfer\w*|CustomElementRegistry|CookieStore|Storage\w*|Cache\w*|IDB\w+|ElementInternals|CustomStateSet|Highlight\w*|FontFaceSet|\w*Event|\w*Effect|Sanitizer|Credential\w*)$/;

  /** Making one of these is an act in itself. */
  const MAKERS = `XMLHttpRequest WebSocket EventSource Worker SharedWorker BroadcastChannel Notification
    RTCPeerConnection WebTransport Image Audio Option`.split(/\s+/);

  const kindOf = (member) => {
    if (EVENTS.test(member)) return 'events';
    if (FOCUS.test(member)) return 'focusChanges';
    if (REQUESTS.test(member)) return 'requests';
    return 'mutations';
  };
  const nameOf = (target) => {
    if (!(target instanceof Node)) return Object.prototype.toString.call(target).slice(8, -1);
    const id = typeof target.id === 'string' && target.id !== '' ? `#${target.id}` : '';
    return `${target.nodeName.toLowerCase()}${id}`;
  };
  const told = (kind, api, target) => {
    const stack = String(new Error().stack)
      .split('\n')
      .slice(3, 8)
      .map((line) => line.trim());
    tell(JSON.stringify({ kind, api, target: nameOf(target), stack }));
  };

  const isNative = (value) => /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(value));

  function wrapMember(owner, ownerName, member) {
    const found = Object.getOwnPropertyDescriptor(owner, member);
    if (!found?.configurable || READS.has(member) || member === 'constructor') return;
    const api = `${ownerName}.${member}`;
    const kind = kindOf(member);
    if (typeof found.value === 'function') {
      if (!isNative(found.value)) return;
      const original = found.value;
      const value = function (...args) {
        told(kind, api, this ?? globalThis);
        return Reflect.apply(original, this, args);
      };
      Object.defineProperty(owner, member, { ...found, value });
    } else if (found.set) {
      const original = found.set;
      const set = function (value) {
        told(kind, api, this ?? globalThis);
        Reflect.apply(original, this, [value]);
      };
      Object.defineProperty(owner, member, { ...found, set });
    }
  }

  /** `element.dataset.x = 1` and `element.style.color = ''` go through no setter of a prototype. */
  function wrapNamed(owner, ownerName, member) {
    const found = Object.getOwnPropertyDescriptor(owner, member);
    if (!found?.get) return;
    const tellFor = (target) => told('mutations', `${ownerName}.${member}`, target);
    const get = function () {
      const element = this;
      return new Proxy(Reflect.apply(found.get, element, []), {
        get(object, name) {
          const value = Reflect.get(object, name, object);
          return typeof value === 'function' ? value.bind(object) : value;
        },
        set(object, name, value) {
          tellFor(element);
          return Reflect.set(object, name, value, object);
        },
        deleteProperty(object, name) {
          tellFor(element);
          return Reflect.deleteProperty(object, name);
        },
        defineProperty(object, name, descriptor) {
          tellFor(element);
          return Reflect.defineProperty(object, name, descriptor);
        },
      });
    };
    Object.defineProperty(owner, member, { ...found, get });
  }

  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
    if (typeof value !== 'function' || !isNative(value)) continue;
    const { prototype } = value;
    if (typeof prototype !== 'object' || prototype === null) continue;
    if (!(prototype instanceof EventTarget) && name !== 'EventTarget' && !REACHES.test(name)) continue;
    for (const member of Object.getOwnPropertyNames(prototype)) {
      if (member === 'dataset' || member === 'style') wrapNamed(prototype, name, member);
      // An accessor may also be set as a whole (`element.style = '...'`).
      wrapMember(prototype, name, member);
    }
  }
  // The window's own functions and setters stand on the window itself; interfaces were done above.
  for (const member of Object.getOwnPropertyNames(globalThis)) {
    if (/^[a-z]/.test(member) && !['eval', 'chrome', 'browser'].includes(member)) {
      const value = Object.getOwnPropertyDescriptor(globalThis, member)?.value;
      if (/^(isFinite|isNaN|parseFloat|parseInt|decodeURI\w*|encodeURI\w*|escape|unescape)$/.test(member))
        continue;
      if (value === undefined || typeof value === 'function') wrapMember(globalThis, 'window', member);
    }
  }
  for (const name of MAKERS) {
    const Original = globalThis[name];
    if (typeof Original !== 'function') continue;
    globalThis[name] = new Proxy(Original, {
      construct(target, args) {
        told('requests', `new ${name}`, globalThis);
        return Reflect.construct(target, args);
      },
    });
  }
};
