import { byId, el, text } from './dom.js';
import { post } from './post.js';

// What may be done from the page. Nothing begins before its command and what it touches were shown.

const KEPT = 'copyflow.token';
const HEADER = 'copyflow-token';
const PLAN_AFTER_MILLIS = 250;
const GO = {
  stop: 'Stop', redrive: 'Re-drive', replay: 'Run', compare: 'Compare', promote: 'Promote', discard: 'Discard',
  'roll-back': 'Roll back',
};

/** What is said of the end of an action; it is none itself. */
const STOP = {
  title: 'Stop', command: 'Ctrl-C',
  touches: ['What was done stays, and nothing is left half done. Begun again, it goes on from there.'],
};

let asked = null;
let planned = 0;
let waiting = null;

/** Shows what an action would do, and asks. */
export function open(action, more = {}) {
  asked = { action, ...more };
  byId('act-redrive').hidden = action !== 'redrive';
  byId('act-replay').hidden = action !== 'replay';
  byId('act-preview').hidden = action !== 'redrive';
  text(byId('act-go'), GO[action]);
  text(byId('act-title'), `${GO[action]}…`);
  text(byId('act-problem'), '');
  byId('act-token').value = sessionStorage.getItem(KEPT) ?? '';
  plan();
  byId('act').showModal();
}

/** Asks for dead letters to be tried again; those of one reason are chosen to begin with. */
export function openRedrive(reason, reasons) {
  const choices = ['', ...reasons].map((name) => el('option', { value: name }, name === '' ? 'all' : name));
  byId('act-reason').replaceChildren(...choices);
  byId('act-reason').value = reason;
  open('redrive');
}

export function listen() {
  byId('act-form').addEventListener('input', (event) => {
    if (event.target.id !== 'act-token') {
      enable(false);
      clearTimeout(waiting);
      waiting = setTimeout(plan, PLAN_AFTER_MILLIS);
    }
  });
  byId('act-form').addEventListener('submit', (event) => {
    event.preventDefault();
    begin(request());
  });
  byId('act-preview').addEventListener('click', () => begin({ ...request(), action: 'redrive-preview' }));
  byId('act-cancel').addEventListener('click', () => byId('act').close());
  byId('job-stop').addEventListener('click', stop);
}

function request() {
  const field = (name) => byId(`act-${name}`).value.trim();
  switch (asked.action) {
    case 'redrive':
      return {
        ...asked, reasons: field('reason') === '' ? [] : [field('reason')], source: field('source'),
        parked: byId('act-parked').checked, rate: Number(field('rate')),
      };
    case 'replay':
      return { ...asked, source: field('of-source'), since: field('since'), until: field('until') };
    default:
      return asked;
  }
}

async function plan() {
  planned += 1;
  const mine = planned;
  enable(false);
  try {
    const { title, command, touches, instead, token } = await described(request());
    if (mine === planned) {
      text(byId('act-title'), title);
      text(byId('act-command'), command);
      byId('act-touches').replaceChildren(...touches.map((line) => el('li', {}, line)));
      text(byId('act-instead'), instead);
      text(byId('act-token-file'), token);
      byId('act-shown').hidden = instead !== '';
      enable(instead === '');
    }
  } catch (problem) {
    if (mine === planned) {
      text(byId('act-instead'), problem.message);
    }
  }
}

async function described(what) {
  const stops = what.action === 'stop';
  const plan = await post('/console/actions/plan', stops ? { action: 'redrive-preview' } : what);
  return stops ? { ...plan, ...STOP } : plan;
}

function enable(possible) {
  byId('act-go').disabled = !possible;
  byId('act-preview').disabled = !possible;
}

async function begin(what) {
  const token = byId('act-token').value.trim();
  enable(false);
  try {
    await post(`/console/actions/${what.action === 'stop' ? 'stop' : 'begin'}`, what, { [HEADER]: token });
    sessionStorage.setItem(KEPT, token);
    byId('act').close();
    byId('job').scrollIntoView();
    byId('job-title').focus();
  } catch (problem) {
    sessionStorage.removeItem(KEPT);
    text(byId('act-problem'), problem.message);
  } finally {
    enable(true);
  }
}

/** Whoever has no token in this tab is asked for it. */
async function stop() {
  const kept = sessionStorage.getItem(KEPT);
  if (kept == null) {
    open('stop');
    return;
  }
  try {
    await post('/console/actions/stop', {}, { [HEADER]: kept });
    text(byId('job-problem'), '');
  } catch (problem) {
    sessionStorage.removeItem(KEPT);
    text(byId('job-problem'), problem.message);
  }
}
