/**
 * A small made-up chat in the markup of Converse.js, so that the same adapter reads it. The client answers
 * each message of the supporter with the next turn of `conversation.json`.
 *
 * ?pace=step  the client says each message when `quietCorner.next()` is called, for a demo that plays itself
 */
const { client, supporter, turns } = await (await fetch('conversation.json')).json();
const inSteps = new URLSearchParams(location.search).get('pace') === 'step';

const history = document.querySelector('converse-message-history');
const typing = document.querySelector('.chat-content__notifications');
const form = document.querySelector('form');
const composer = document.querySelector('textarea');
document.querySelector('.chatbox-title__text').textContent = client;

let turn = 0;
let count = 0;
let lastAuthor = null;

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

function addDate() {
  const at = new Date();
  const text = at.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
  const separator = element('div', 'message date-separator', text);
  separator.dataset.isodate = at.toISOString();
  history.append(separator);
}

function addMessage(author, text) {
  const isMine = author === supporter;
  const isFollowUp = author === lastAuthor;
  lastAuthor = author;
  const body = element('converse-chat-message-body', 'chat-msg__text', text);
  body.setAttribute('text', text);
  const heading = element('span', 'chat-msg__heading', element('span', 'chat-msg__author', author));
  const content = element(
    'div',
    `chat-msg__content chat-msg__content--${isMine ? 'me' : 'them'}`,
    ...(isFollowUp ? [] : [heading]),
    element('div', 'chat-msg__body', element('div', 'chat-msg__message', body)),
  );
  const row = element('div', `message chat-msg chat ${isFollowUp ? 'chat-msg--followup' : ''}`, content);
  row.dataset.msgid = `quiet-corner-${++count}`;
  row.dataset.isodate = new Date().toISOString();
  row.dataset.from = isMine ? 'jo@quiet-corner.test/desk' : 'maya@quiet-corner.test/phone';
  history.append(element('converse-chat-message', '', row));
  history.closest('.chat-content').scrollTop = 1e9;
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let step = () => undefined;
const nextStep = () => new Promise((resolve) => (step = resolve));
globalThis.quietCorner = { next: () => step() };

async function pause(text) {
  if (inSteps) return nextStep();
  await wait(700);
  typing.textContent = `${client} is typing`;
  await wait(600 + text.length * 35);
  typing.textContent = '';
}

async function clientSpeaks() {
  const next = turns[turn++];
  if (!next) return;
  for (const text of next.client) {
    await pause(text);
    addMessage(client, text);
  }
}

async function send() {
  const text = composer.value.trim();
  if (text === '') return;
  composer.value = '';
  addMessage(supporter, text);
  await clientSpeaks();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void send();
});
composer.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  void send();
});

addDate();
await clientSpeaks();
