// A job's checked runs as a picture: where each was expected, and what it took.

import { seconds } from './elements.js';

const SPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 640;
const NARROW = 340; // of a phone
const HEIGHT = 240;
const LEFT = 56;
const BOTTOM = HEIGHT - 28;
const TOP = 12;
const TICKS = 4;
const DAY = 24 * 3600 * 1000;

function shape(name, attributes, text) {
  const made = document.createElementNS(SPACE, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  if (text !== undefined) {
    made.append(text);
  }
  return made;
}

const line = (kind, x1, y1, x2, y2) => shape('line', { class: kind, x1, y1, x2, y2 });

/** 1, 2 or 5 times a power of ten: so much from line to line that there are about as many as wanted. */
function step(most) {
  const rough = most / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * [1, 2, 5, 10].find((times) => times * power >= rough);
}

export function isOutside(run) {
  return run.runtime_seconds < run.lower_seconds || run.runtime_seconds > run.upper_seconds;
}

function drawRun(picture, run, x, y) {
  if (run.lower_seconds !== undefined) {
    picture.append(line('band', x, y(run.lower_seconds), x, y(run.upper_seconds)));
  }
  picture.append(line('expected', x - 4, y(run.predicted_seconds), x + 4, y(run.predicted_seconds)));
  const dot = shape('circle', { class: isOutside(run) ? 'outside' : 'inside', cx: x, cy: y(run.runtime_seconds), r: 3.5 });
  dot.append(shape('title', {}, `${run.day}: ${seconds(run.runtime_seconds)} s, expected ${seconds(run.predicted_seconds)} s`));
  picture.append(dot);
}

/** The picture; its figures stand in the table beside it. */
export function checkedRuns(job) {
  const width = window.matchMedia('(max-width: 30rem)').matches ? NARROW : WIDTH;
  const days = job.checked.map((run) => Date.parse(run.day));
  const first = Math.min(...days);
  const span = Math.max(Math.max(...days) - first, DAY);
  const deadline = job.deadline?.seconds;
  const most = Math.max(...job.checked.map((run) => Math.max(run.runtime_seconds, run.upper_seconds ?? run.predicted_seconds)), deadline ?? 0);
  const x = (day) => LEFT + 12 + ((width - LEFT - 32) * (day - first)) / span;
  const y = (value) => BOTTOM - ((BOTTOM - TOP) * value) / (1.05 * most);
  const picture = shape('svg', { class: 'checked', viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': `runtimes of ${job.name} by day` });
  for (let value = 0; value <= most; value += step(most)) {
    picture.append(
      line('grid', LEFT, y(value), width, y(value)),
      shape('text', { x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, `${Number(value.toPrecision(6))} s`),
    );
  }
  picture.append(shape('text', { x: LEFT, y: HEIGHT - 8 }, new Date(first).toISOString().slice(0, 10)));
  if (span > DAY) {
    picture.append(shape('text', { x: width, y: HEIGHT - 8, 'text-anchor': 'end' }, new Date(first + span).toISOString().slice(0, 10)));
  }
  if (deadline !== undefined) {
    picture.append(line('limit', LEFT, y(deadline), width, y(deadline)));
  }
  job.checked.forEach((run, i) => drawRun(picture, run, x(days[i]), y));
  return picture;
}
