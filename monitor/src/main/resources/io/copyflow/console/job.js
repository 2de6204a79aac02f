import { attribute, byId, el, foreign, text } from './dom.js';
import { clock, count } from './format.js';
import { post } from './post.js';

const STATES = {
  RUNNING: ['BUSY', '◐ at work'],
  STOPPING: ['BUSY', '◐ is being stopped'],
  DONE: ['WELL', '● done'],
  STOPPED: ['WARNING', '▲ stopped'],
  FAILED: ['BAD', '■ failed'],
};

let shown = '';

/**
 * The action that was begun last: how far it is, and what came of it.
 *
 * @param whenEnded called once for each that ends while the page looks on
 */
export function job(now, whenEnded) {
  if (now == null) {
    return;
  }
  const { number, title, command, state, at, doing, done, total } = now;
  const open = state === 'RUNNING' || state === 'STOPPING';
  const [level, word] = STATES[state];
  text(byId('job-title'), title);
  text(byId('job-state'), word);
  attribute(byId('job-state'), 'data-level', level);
  text(byId('job-command'), command);
  text(byId('job-doing'), open && total > 0 ? `${doing}: ${count(done)} of ${count(total)}` : doing);
  text(byId('job-at'), `begun ${clock(at)}`);
  byId('job-stop').disabled = state !== 'RUNNING';
  bar(open, done, total);
  if (shown !== `${number} ${state}`) {
    shown = `${number} ${state}`;
    byId('job-result').replaceChildren();
    if (!open) {
      result(number);
      whenEnded();
    }
  }
}

function bar(open, done, total) {
  const progress = byId('job-progress');
  attribute(progress, 'data-open', String(open));
  if (open && total > 0) {
    progress.max = total;
    progress.value = done;
  } else if (open) {
    progress.removeAttribute('value');
  }
}

async function result(number) {
  const { job: latest, result: came } = await post('/console/actions/told', {}).catch(() => ({}));
  if (came != null && latest.number === number) {
    byId('job-result').replaceChildren(...came.tables.map(table));
  }
}

/** Its texts are anybody's: lines of articles. */
function table({ title, columns, rows, figures }) {
  const name = (at) => (at >= columns.length - figures ? 'n' : 'lines');
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': title },
    el('table', {},
      el('caption', {}, title),
      el('thead', {}, el('tr', {}, ...columns.map((column, at) => el('th', { scope: 'col', class: name(at) }, column)))),
      el('tbody', {}, ...rows.map((row) =>
        el('tr', {}, ...row.map((value, at) => el('td', { class: name(at) }, foreign(value))))))));
}
