import { byId, el, foreign, text } from './dom.js';
import { count } from './format.js';
import { post } from './post.js';

/** The search: one question at a time, its answer as the way that each raw record took. */
export function listen() {
  byId('find').addEventListener('submit', (event) => {
    event.preventDefault();
    ask(byId('question').value.trim());
  });
}

/** Asks for something that the page names, and goes there. */
export function find(question) {
  byId('question').value = question;
  byId('question').focus();
  ask(question);
}

async function ask(question) {
  if (question === '') {
    return;
  }
  const button = byId('find').querySelector('button');
  const status = byId('find-status');
  button.disabled = true;
  text(status, 'Reading the outcomes…');
  try {
    show(await post('/console/find', { question }), status);
  } catch (problem) {
    byId('found').replaceChildren();
    text(status, problem.message);
  } finally {
    button.disabled = false;
  }
}

function show({ paths, left, sent, command }, status) {
  byId('found').replaceChildren(...paths.map(path));
  const more = left > 0 ? ` and ${count(left)} more that are not shown` : '';
  const found = paths.length > 0
    ? `${count(paths.length)} found${more}. On a terminal: `
    : sent !== '' ? 'Ingested, and without a verdict yet: ' : 'Nothing is known of it. On a terminal: ';
  status.replaceChildren(found, paths.length === 0 && sent !== '' ? foreign(sent) : el('code', {}, foreign(command)));
}

function path({ document: name, kind, steps, history, left }) {
  const more = left > 0 ? [el('li', {}, `and ${count(left)} more verdicts on this article`)] : [];
  const lines = history.length > 1
    ? [el('h4', {}, 'All verdicts on this article'),
        el('ol', { class: 'history' }, ...history.map((line) => el('li', {}, foreign(line))), ...more)]
    : [];
  return el('article', { class: 'path' },
    el('h3', {}, el('span', { class: 'kind', 'data-kind': kind }, kind), foreign(name)),
    el('ol', {}, ...steps.map(step)), ...lines);
}

function step({ name, facts }) {
  return el('li', { class: 'step' }, el('h4', {}, name),
    el('dl', {}, ...facts.flatMap((fact) => [el('dt', {}, fact.name), el('dd', {}, foreign(fact.value))])));
}
