import { byId, el, foreign, text } from './dom.js';
import { NONE, count } from './format.js';
import { post } from './post.js';

/** Generations, when somebody asks for them: what each is at, and the commands that go on from there. */
export function listen() {
  byId('generations-show').addEventListener('click', async (event) => {
    const status = byId('generations-status');
    event.target.disabled = true;
    text(status, 'Reading the generations…');
    try {
      show(await post('/console/generations', {}), status);
    } catch (problem) {
      text(status, problem.message);
    } finally {
      event.target.disabled = false;
    }
  });
}

function show(generations, status) {
  byId('generations').hidden = generations.length === 0;
  byId('generations').tBodies[0].replaceChildren(...generations.map(row));
  status.replaceChildren(generations.length === 0 ? 'There is none. To make one: ' : 'To make another: ',
    el('code', {}, 'copyflow replay'));
}

function row({ id, state, rules, done, total, differing }) {
  const commands = state === 'READY' ? [`copyflow replay diff ${id}`, `copyflow replay discard ${id}`] : [];
  return el('tr', {}, el('th', { scope: 'row' }, foreign(id)), el('td', {}, state), el('td', {}, foreign(rules)),
    el('td', { class: 'n' }, `${count(done)} of ${count(total)}`),
    el('td', { class: 'n' }, differing == null ? NONE : count(differing)),
    el('td', {}, ...commands.flatMap((command) => [el('code', {}, command), ' '])));
}
