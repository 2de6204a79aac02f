import { open } from './actions.js';
import { byId, el, foreign, text } from './dom.js';
import { NONE, count } from './format.js';
import { post } from './post.js';

const READY = [['compare', 'Compare…'], ['promote', 'Promote…'], ['discard', 'Discard…']];
const ACTIONS = {
  RUNNING: [['discard', 'Discard…']],
  READY,
  PROMOTING: READY,
  PROMOTED: [['roll-back', 'Roll back…']],
  DISCARDED: [['discard', 'Discard…']],
};

/** Generations, when somebody asks for them: what each is at, and what can be done with it. */
export function listen() {
  byId('replay').addEventListener('click', () => open('replay'));
  byId('generations-show').addEventListener('click', ask);
}

/** Reads them again where they are shown: an action may have changed them. */
export function refresh() {
  if (!byId('generations').hidden) {
    ask();
  }
}

async function ask() {
  const button = byId('generations-show');
  const status = byId('generations-status');
  button.disabled = true;
  text(status, 'Reading the generations…');
  try {
    show(await post('/console/generations', {}), status);
  } catch (problem) {
    text(status, problem.message);
  } finally {
    button.disabled = false;
  }
}

function show(generations, status) {
  byId('generations').hidden = generations.length === 0;
  byId('generations').tBodies[0].replaceChildren(...generations.map(row));
  status.replaceChildren(generations.length === 0 ? 'There is none. To make one: ' : 'To make another: ',
    el('code', {}, 'copyflow replay'));
}

function row({ id, state, rules, done, total, differing }) {
  return el('tr', {}, el('th', { scope: 'row' }, foreign(id)), el('td', {}, state), el('td', {}, foreign(rules)),
    el('td', { class: 'n' }, `${count(done)} of ${count(total)}`),
    el('td', { class: 'n' }, differing == null ? NONE : count(differing)),
    el('td', { class: 'buttons' }, ...(ACTIONS[state] ?? []).map(([action, name]) => button(action, name, id))));
}

function button(action, name, generation) {
  const element = el('button', { type: 'button', 'data-action': action, 'aria-label': `${name} ${generation}` }, name);
  element.addEventListener('click', () => open(action, { generation }));
  return element;
}
