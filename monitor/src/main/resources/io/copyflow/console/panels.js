import { attribute, byId, el, foreign, keyed, svg, text } from './dom.js';
import { NONE, clock, compact, count, lasting, minute, percent, rate } from './format.js';

const WIDTH = 180;
const HEIGHT = 32;
const MARKS = { WELL: '●', BUSY: '◐', WARNING: '▲', BAD: '■' };
const FIELDS = ['TITLE', 'PUBLISHED_AT', 'AUTHORS', 'LANGUAGE'];

const NUMBERS = [
  {
    line: 'in', label: 'Read in', unit: () => 'per s', value: (n) => rate(n.in),
    more: (peak) => `hour’s peak ${rate(peak)}`,
  },
  {
    line: 'out', label: 'Verdicts out', unit: () => 'per s', value: (n) => rate(n.out),
    more: (peak) => `hour’s peak ${rate(peak)}`,
  },
  {
    line: 'p99', label: 'End to end, p50 / p99', unit: () => '',
    value: (n) => (n.p99 == null ? NONE : `${lasting(n.p50)} / ${lasting(n.p99)}`),
    more: (peak) => `hour’s worst ${lasting(peak)}`,
  },
  {
    line: 'lag', label: 'Waiting', unit: () => 'records', value: (n) => compact(n.lag),
    more: (peak, n) => (n.oldest > 0 ? `oldest ${lasting(n.oldest)}` : `hour’s peak ${compact(peak)}`),
  },
  {
    line: 'duplicates', label: 'Duplicates', unit: () => '%', value: (n) => percent(n.duplicates),
    more: (peak) => `hour’s peak ${peak == null ? NONE : `${percent(peak)} %`}`,
  },
  {
    line: 'deadLetters', label: 'Dead letters', unit: () => 'per min', value: (n) => compact(n.deadLetters),
    more: (peak) => `hour’s peak ${compact(peak)}`,
  },
];

let history = null;

export function render(snapshot) {
  history = snapshot.history ?? history;
  verdict(snapshot.verdict);
  instance(snapshot);
  numbers(snapshot.numbers, snapshot.history != null);
  flow(snapshot);
  restore(snapshot.restore);
  partitions(snapshot.partitions);
  letters(snapshot.deadLetters);
  publishers(snapshot.publishers);
  timeline(snapshot.timeline);
  text(byId('clock'), `seen ${clock(snapshot.at)}`);
}

/** Only the title is announced: it changes with what is the matter, not with every figure. */
export function verdict({ level, title, detail, doneAt }) {
  const done = doneAt == null ? '' : ` Done about ${minute(doneAt)}.`;
  attribute(byId('verdict'), 'data-level', level);
  text(byId('verdict-title'), title);
  text(byId('verdict-detail'), detail + done);
  document.title = `${MARKS[level]} ${title} · Copyflow`;
}

function instance({ instances, since }) {
  const who = instances > 1
    ? `this instance of ${instances}; waiting records are those of all`
    : 'one instance';
  text(byId('instance'), `${who} · counts since ${minute(since)}`);
}

function numbers(now, redraw) {
  keyed(byId('numbers'), NUMBERS, (number) => number.line, card, (item, number) => {
    const { value, unit, more, spark } = item.parts;
    text(value, number.value(now));
    text(unit, number.value(now) === NONE ? '' : number.unit(now));
    const points = history?.[number.line] ?? [];
    const measured = points.filter((point) => point != null);
    text(more, number.more(measured.length === 0 ? null : Math.max(...measured), now));
    if (redraw) {
      draw(spark, points);
    }
  });
}

function card(number) {
  const value = el('span');
  const unit = el('small');
  const more = el('p', { class: 'more' });
  const spark = svg('svg', {
    class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true',
  });
  const item = el('li', { id: `number-${number.line}` },
    el('p', { class: 'label' }, number.label), el('p', { class: 'value' }, value, unit), more, spark);
  item.parts = { value, unit, more, spark };
  return item;
}

/** A line for each stretch without a gap, from zero to the hour's highest. */
function draw(spark, points) {
  const top = Math.max(1e-9, ...points.filter((point) => point != null));
  const x = (at) => ((at + 0.5) * WIDTH) / points.length;
  const y = (value) => HEIGHT - 1 - (value / top) * (HEIGHT - 3);
  const base = svg('line', { class: 'base', x1: 0, x2: WIDTH, y1: HEIGHT - 0.5, y2: HEIGHT - 0.5 });
  spark.replaceChildren(base, ...stretches(points).flatMap((stretch) => {
    const line = stretch.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
    if (line.length === 1) {
      line.push(`${(x(stretch[0][0]) + 1).toFixed(1)},${y(stretch[0][1]).toFixed(1)}`);
    }
    const [first, last] = [line[0].split(',')[0], line.at(-1).split(',')[0]];
    return [
      svg('polygon', { class: 'area', points: `${first},${HEIGHT} ${line.join(' ')} ${last},${HEIGHT}` }),
      svg('polyline', { class: 'stroke', points: line.join(' ') }),
    ];
  }));
}

function stretches(points) {
  const all = [];
  let open = null;
  points.forEach((point, at) => {
    if (point == null) {
      open = null;
    } else {
      if (open == null) {
        open = [];
        all.push(open);
      }
      open.push([at, point]);
    }
  });
  return all;
}

function flow({ stages, numbers: now, dropped }) {
  const steps = [
    { name: 'raw topic', rate: now.in, notes: ['read by this instance'] },
    ...stages.map((stage) => ({
      name: stage.name, rate: stage.rate, waiting: stage.waiting,
      notes: [
        stage.millis == null ? NONE : `${stage.millis < 10 ? stage.millis.toFixed(1) : count(stage.millis)} ms each`,
        ...Object.entries(stage.drops).map(([kind, value]) => `${kind.toLowerCase()} ${rate(value)}/s`),
      ],
    })),
    { name: 'verdicts', rate: now.out, notes: ['articles, outcomes'] },
  ];
  keyed(byId('flow'), steps, (step) => step.name, stepElement, (item, step) => {
    const { figure, waits, notes } = item.parts;
    text(figure, `${rate(step.rate)} /s`);
    text(waits, step.waiting > 0 ? `${compact(step.waiting)} wait` : '');
    keyed(notes, step.notes, (note) => step.notes.indexOf(note), () => el('p', { class: 'more' }), text);
  });
  text(byId('dropped'), dropped === 0
    ? 'Kafka Streams dropped no record.' : `Kafka Streams dropped ${count(dropped)} records: the log names them.`);
  attribute(byId('dropped'), 'data-level', dropped === 0 ? 'WELL' : 'BAD');
}

function stepElement(step) {
  const figure = el('p', { class: 'rate' });
  const waits = el('p', { class: 'more waits' });
  const notes = el('div');
  const item = el('li', {}, el('p', { class: 'name' }, step.name), figure, notes, waits);
  item.parts = { figure, waits, notes };
  return item;
}

function restore({ stores, restored, total }) {
  const place = byId('restore');
  if (stores === 0 || total === 0) {
    text(place, stores === 0 ? 'State is complete.' : 'State is being looked at.');
    return;
  }
  if (place.querySelector('progress') == null) {
    place.replaceChildren(el('progress', { 'aria-label': 'state restored' }), el('span'));
  }
  const bar = place.querySelector('progress');
  bar.max = Math.max(1, total);
  bar.value = restored;
  text(place.querySelector('span'), `${count(restored)} of ${count(total)} records of ${stores} stores`);
}

function partitions(rows) {
  const body = byId('partitions').tBodies[0];
  keyed(body, rows, (row) => row.number, () => tableRow(6), (item, row) => {
    const waiting = (step) => row.waiting[step] ?? 0;
    cells(item, [
      row.number, count(waiting('extract')), count(waiting('claim')), count(waiting('settle')),
      row.oldest > 0 ? lasting(row.oldest) : NONE, row.here ? 'here' : 'elsewhere',
    ]);
    [1, 2, 3, 4].forEach((at) => { item.children[at].className = 'n'; });
  });
}

function letters(reasons) {
  const body = byId('letters').tBodies[0];
  byId('letters-none').hidden = reasons.length > 0;
  byId('letters').hidden = reasons.length === 0;
  keyed(body, reasons, (row) => row.reason, reasonRow, (item, row) => {
    text(item.children[1], count(row.count));
    text(item.children[2], count(row.minute));
    item.children[1].className = 'n';
    item.children[2].className = row.minute > 0 ? 'n much' : 'n';
  });
}

/** A reason is a button: it shows the latest of its dead letters. */
function reasonRow({ reason }) {
  return el('tr', {},
    el('th', { scope: 'row' }, el('button', { type: 'button', class: 'link', 'data-reason': reason }, reason)),
    el('td', { class: 'n' }), el('td'));
}

function publishers(rows) {
  const body = byId('publishers').tBodies[0];
  byId('publishers-none').hidden = rows.length > 0;
  byId('publishers').hidden = rows.length === 0;
  keyed(body, rows, (row) => row.name, publisherRow, (item, row) => {
    text(item.children[1], count(row.articles));
    FIELDS.forEach((field, at) => {
      const share = (row.missing[field] ?? 0) / row.articles;
      const cell = item.children[at + 2];
      text(cell, share === 0 ? '0' : `${percent(100 * share)} %`);
      cell.className = share >= 0.2 ? 'n much' : 'n';
    });
  });
}

function publisherRow(row) {
  const cell = (name) => el('td', { class: name });
  return el('tr', {}, el('th', { scope: 'row', class: 'name-cell' }, foreign(row.name)),
    cell('n'), ...FIELDS.map(() => cell('n')));
}

function tableRow(columns) {
  return el('tr', {}, el('th', { scope: 'row' }), ...Array.from({ length: columns - 1 }, () => el('td')));
}

function cells(item, values) {
  values.forEach((value, at) => text(item.children[at], String(value)));
}

function timeline(happenings) {
  const seen = new Map();
  const numbered = happenings.toReversed().map((happening) => {
    const name = `${happening.at} ${happening.who}`;
    const again = seen.get(name) ?? 0;
    seen.set(name, again + 1);
    return { ...happening, key: `${name} ${again}` };
  }).reverse();
  keyed(byId('timeline'), numbered, (happening) => happening.key, happeningElement, () => {});
}

function happeningElement({ at, level, who, what }) {
  return el('li', {},
    el('time', { datetime: new Date(at).toISOString() }, clock(at)),
    el('span', { class: 'mark', 'data-level': level, role: 'img', 'aria-label': level.toLowerCase() }, MARKS[level]),
    el('span', {}, foreign(what), ' ', el('span', { class: 'who' }, '— ', foreign(who))));
}

