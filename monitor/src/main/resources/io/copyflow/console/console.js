import * as actions from './actions.js';
import { attribute, byId, text } from './dom.js';
import * as find from './find.js';
import { clock } from './format.js';
import { job } from './job.js';
import * as letters from './letters.js';
import { render, verdict } from './panels.js';
import * as replay from './replay.js';

const SILENT_MILLIS = 5_000;
const AGAIN_MILLIS = 3_000;

let heardAt = Date.now();
let paused = false;
let events;

function connect() {
  events = new EventSource('/console/events');
  events.onmessage = (message) => {
    heardAt = Date.now();
    if (!paused) {
      attribute(document.body, 'data-stale', 'false');
      const snapshot = JSON.parse(message.data);
      render(snapshot);
      job(snapshot.job, replay.refresh);
    }
  };
  // A browser gives up for good when it is refused, as while the processor restarts.
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(connect, AGAIN_MILLIS);
    }
  };
}

/** Old figures must not look like new ones. */
function watch() {
  if (Date.now() - heardAt > SILENT_MILLIS) {
    attribute(document.body, 'data-stale', 'true');
    verdict({
      level: 'BAD',
      title: 'The processor does not answer',
      detail: `Nothing was heard from it since ${clock(heardAt)}. What is shown is from before; this page tries again by itself.`,
      doneAt: null,
    });
  }
}

byId('pause').addEventListener('click', (event) => {
  paused = !paused;
  event.target.setAttribute('aria-pressed', String(paused));
  text(event.target, paused ? 'Resume' : 'Pause');
});

actions.listen();
find.listen();
letters.listen();
replay.listen();
connect();
setInterval(watch, 1_000);
