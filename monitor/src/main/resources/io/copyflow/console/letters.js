import { openRedrive } from './actions.js';
import { byId, el, foreign, text } from './dom.js';
import { find } from './find.js';
import { clock } from './format.js';
import { post } from './post.js';

let looksAt = '';

/** The latest dead letters of a reason, when somebody asks for them; and their re-drive. */
export function listen() {
  byId('redrive').addEventListener('click', () => {
    const reasons = [...byId('letters').querySelectorAll('button[data-reason]')];
    openRedrive(looksAt, reasons.map((button) => button.dataset.reason));
  });
  byId('letters').addEventListener('click', (event) => {
    const reason = event.target.dataset.reason;
    if (reason != null) {
      ask(reason);
    }
  });
}

async function ask(reason) {
  const status = byId('letters-status');
  looksAt = reason;
  text(status, `Reading the latest of ${reason}…`);
  try {
    const { letters, searched } = await post('/console/dead-letters', { reason });
    byId('letters-sample').replaceChildren(...letters.map(letter));
    text(status, letters.length > 0
      ? `The latest of ${reason}:` : `No ${reason} among the latest ${searched} of each partition.`);
  } catch (problem) {
    byId('letters-sample').replaceChildren();
    text(status, problem.message);
  }
}

function letter({ at, document: name, raw, detail, attempt }) {
  const button = el('button', { type: 'button', class: 'link' }, foreign(name));
  button.addEventListener('click', () => find(raw));
  return el('li', {}, button, ' ', foreign(detail),
    el('span', { class: 'quiet' }, ` · ${clock(at)}${attempt > 1 ? ` · attempt ${attempt}` : ''}`));
}
