/**
 * Runs in the page's own world, before its first script, and writes down everything that happens to the
 * page, whoever caused it: changes of the DOM, events, focus. Two runs of the same script of actions, one
 * beside the extension and one without it, must leave the same journal.
 */
(() => {
  const lines = [];
  const nameOf = (node) => {
    if (node === null || node === undefined) return 'nothing';
    if (node.nodeType === Node.TEXT_NODE) return `"${node.data.slice(0, 40)}"`;
    if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeName ?? node.constructor.name;
    return `<${node.localName}${node.className === '' ? '' : ` .${node.className.trim().replace(/\s+/g, '.')}`}>`;
  };
  const observer = new MutationObserver((records) => records.forEach(writeChange));
  function writeChange({ type, target, attributeName, oldValue, addedNodes, removedNodes }) {
    const detail = {
      attributes: () => `${attributeName}: ${oldValue} -> ${target.getAttribute(attributeName)}`,
      characterData: () => `${oldValue} -> ${target.data}`,
      childList: () => `+[${[...addedNodes].map(nameOf)}] -[${[...removedNodes].map(nameOf)}]`,
    };
    lines.push(`change ${type} ${nameOf(target)} ${detail[type]()}`);
  }
  // How the parser cuts a page into pieces is chance; what stands there when it is done is compared as a whole.
  addEventListener('DOMContentLoaded', () => {
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeOldValue: true,
      characterData: true,
      characterDataOldValue: true,
    });
  });

  // Each event of the page that a person, a script or an extension could cause, at its first stop.
  const EVENTS = `click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup keydown keypress
    keyup beforeinput input change invalid submit reset focus blur focusin focusout select copy cut paste drop
    dragstart compositionstart compositionend toggle beforetoggle close cancel play pause load error abort
    message messageerror storage hashchange popstate pagehide pageshow visibilitychange beforeunload
    fullscreenchange animationstart transitionstart languagechange securitypolicyviolation
    wxt:content-script-started`.split(/\s+/);
  for (const type of EVENTS) {
    addEventListener(
      type,
      ({ target, isTrusted, key, data }) => {
        const what = typeof key === 'string' ? ` ${key}` : typeof data === 'string' ? ` ${data}` : '';
        lines.push(
          `event ${type}${what} on ${nameOf(target)} ${isTrusted ? 'by the person' : 'by a script'}`,
        );
      },
      { capture: true, passive: true },
    );
  }

  globalThis.hostJournal = {
    /** Everything so far, and what the page looks like now in ways that no record shows. */
    read() {
      observer.takeRecords().forEach(writeChange);
      const fields = [...document.querySelectorAll('input, textarea, select')].map(
        (field) => `${nameOf(field)} "${field.value}" ${field.selectionStart}-${field.selectionEnd}`,
      );
      const scrolled = [...document.querySelectorAll('*')]
        .filter((element) => element.scrollTop !== 0 || element.scrollLeft !== 0)
        .map((element) => `${nameOf(element)} at ${element.scrollLeft},${element.scrollTop}`);
      const selection = getSelection();
      const looks = [...document.querySelectorAll('body, body *')].map((element) => {
        const { color, backgroundColor, outlineStyle, display, visibility, opacity } =
          getComputedStyle(element);
        return `${nameOf(element)} ${color} ${backgroundColor} ${outlineStyle} ${display} ${visibility} ${opacity}`;
      });
      return {
        lines: [...lines],
        html: document.documentElement.outerHTML,
        focus: nameOf(document.activeElement),
        selection: `${selection.type} "${selection.toString()}"`,
        fields,
        scrolled,
        looks,
        title: document.title,
        address: location.href,
        historyLength: history.length,
        cookies: document.cookie,
        storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
        globals: Object.getOwnPropertyNames(globalThis).sort(),
        styleSheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        // The browser fetches the icon by itself, when it finds the time.
        resources: performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => !name.endsWith('/favicon.ico')),
      };
    },
  };
})();
