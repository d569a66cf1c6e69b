// The page: which job, what is asked about it, and where the answers go.

import { ApiProblem, get, post, send, useToken } from './api.js';
import { answerParts, sentence, suggestionParts } from './answer.js';
import { byId, counted, element, fill } from './elements.js';
import { RequestForm, clearProblems, tellProblem } from './form.js';
import { showModels, showRuns } from './history.js';
import { showCheck, showReport } from './jobs.js';

const LEAST_WIDTH = 340;
const MOST_WIDTH = 960;
const TRIES = 3;

const form = new RequestForm();
let jobs = [];
let prices = null;
let job = null;

/** What was asked before is of no use any more. */
let asking = new AbortController();
let looking = new AbortController();
let asked = null;
let address = null;

function tell(failure) {
  if (failure.name === 'AbortError') {
    return;
  }
  if (failure instanceof ApiProblem && failure.status === 401) {
    askForToken(failure);
    return;
  }
  fill(byId('problem'), failure.message);
}

function askForToken(failure) {
  const again = !byId('token-form').hidden;
  byId('token-form').hidden = false;
  byId('page').hidden = true;
  fill(byId('token-wrong'), again ? failure.message : '');
  byId('token').focus();
}

async function start() {
  fill(byId('problem'));
  const told = await get('/v1/jobs', {});
  byId('token-form').hidden = true;
  byId('token').value = '';
  jobs = told.jobs;
  prices = told.prices ?? null;
  if (jobs.length === 0) {
    fill(byId('problem'), 'No job has a model yet: bellamy pretrain makes them. Then load this page again.');
    return;
  }
  fill(byId('job'), jobs.map((one, i) => element('option', { value: String(i) }, `${one.algorithm} on ${one.training_target}`)));
  byId('page').hidden = false;
  choose(named());
}

/** The job that the address names, so that it can be passed on; else the first. */
function named() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const found = jobs.findIndex((one) => one.training_target === wanted.get('training_target') && one.algorithm === wanted.get('algorithm'));
  return Math.max(0, found);
}

function choose(i) {
  byId('job').value = String(i);
  job = jobs[i];
  history.replaceState(null, '', `#${new URLSearchParams({ training_target: job.training_target, algorithm: job.algorithm })}`);
  const newest = job.newest_run === undefined ? '' : `, the newest of ${job.newest_run}`;
  fill(
    byId('job-facts'),
    `${counted(job.runs, 'run')} on ${job.scale_outs.least} to ${job.scale_outs.most} ${job.scale_out_counts}${newest}`,
  );
  for (const name of ['check', 'report']) {
    fill(byId(`${name}-body`));
    clearProblems(byId(name));
  }
  asked = null;
  byId('next').hidden = true;
  fill(byId('answer-body'));
  form.show(job, prices);
  look();
  return ask(false);
}

/** Runs and models, which no field of the form changes. */
function look() {
  looking.abort();
  looking = new AbortController();
  for (const [id, show] of [['runs', showRuns], ['models', showModels]]) {
    fill(byId(id), element('p', { class: 'hint' }, 'loading'));
    show(byId(id), job, looking.signal).catch((failure) => {
      if (failure.name !== 'AbortError') {
        fill(byId(id), element('p', { class: 'alarm' }, failure.message));
      }
    });
  }
}

/** Asks what the form says; where something is wrong, the first field that is may be gone to. */
async function ask(focus) {
  asking.abort();
  asking = new AbortController();
  const signal = asking.signal;
  const request = form.request();
  fill(byId('state'), 'asking');
  try {
    const [told, picture] = await whole(request, signal);
    if (signal.aborted) {
      return;
    }
    form.clear();
    fill(byId('answer-body'), answerParts(told, picture));
    byId('answer').classList.remove('old');
    fill(byId('next-body'));
    byId('next').hidden = false;
    asked = request;
    suggest();
    fill(byId('state'), `${told.recommendation.scale_out} ${job.scale_out_counts} are recommended`);
  } catch (failure) {
    if (failure.name === 'AbortError' || signal.aborted) {
      return;
    }
    byId('answer').classList.add('old');
    fill(byId('state'), byId('answer-body').hasChildNodes() ? 'This answers what was asked before.' : 'There is no answer yet.');
    if (failure instanceof ApiProblem && failure.status !== 401) {
      form.tell(failure, focus);
    } else {
      tell(failure);
    }
  }
}

/** Answer and picture of one model and the same data: where something was published between them, once more. */
async function whole(request, signal) {
  for (let i = 1; ; i++) {
    const [told, picture] = await Promise.all([post('/v1/predict?explain=true', request, signal), drawn(request, signal)]);
    const of = (told.machine_types ?? [told])[0];
    if (picture.version === undefined || (picture.version === of.model_version && picture.data === of.data_sha256)) {
      return [told, picture.show(told)];
    }
    if (i === TRIES) {
      return [told, element('p', { class: 'hint' }, 'There is no picture: models or data change all the time. Ask again.')];
    }
  }
}

async function drawn(request, signal) {
  const room = byId('answer').clientWidth || MOST_WIDTH;
  const width = Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, room)));
  try {
    const response = await send(`/v1/picture?width=${width}`, request, signal);
    const content = await response.blob();
    return {
      version: response.headers.get('Bellamy-Model-Version'),
      data: response.headers.get('Bellamy-Data-Sha256'),
      show: (told) => figure(content, told, width),
    };
  } catch (failure) {
    rethrow(failure, signal);
    return { show: () => element('p', { class: 'hint' }, failure.message) };
  }
}

function figure(content, told, width) {
  if (address !== null) {
    URL.revokeObjectURL(address);
  }
  address = URL.createObjectURL(content);
  const image = element('img', { id: 'picture', src: address, width, alt: `Runtimes over scale-outs; recommended: ${told.recommendation.scale_out} ${job.scale_out_counts}, ${sentence(told)}` });
  const save = element('a', { href: address, download: `${job.algorithm}.svg` }, 'Save the picture');
  return element('figure', {}, image, element('figcaption', {}, save));
}

/** What run is worth measuring, which takes longer than an answer and so is found out only for who wants to know it. */
async function suggest() {
  if (!byId('next').open || asked === null) {
    return;
  }
  const signal = asking.signal;
  const { objective, max_runtime: deadline, max_cost: budget, confidence, prices: costs, ...question } = asked;
  fill(byId('next-state'), 'at work');
  try {
    const told = await post('/v1/suggest', question, signal);
    fill(byId('next-state'));
    fill(byId('next-body'), suggestionParts(told));
  } catch (failure) {
    if (failure.name !== 'AbortError' && !signal.aborted) {
      fill(byId('next-body'));
      fill(byId('next-state'), failure.message);
    }
  }
}

/** What stands beside an answer may be missing; that it is not wanted any more, or that a token is, must be known. */
function rethrow(failure, signal) {
  if (signal.aborted || !(failure instanceof ApiProblem) || failure.status === 401) {
    throw failure;
  }
}

/** A form that asks about all jobs of the data set, which takes seconds. */
function slow(name, path, values, show) {
  const own = byId(name);
  own.addEventListener('submit', async (event) => {
    event.preventDefault();
    const asked = job;
    const button = own.querySelector('button');
    button.disabled = true;
    clearProblems(own);
    fill(byId(`${name}-body`));
    fill(byId(`${name}-state`), 'at work; this takes some seconds');
    try {
      const told = await post(path, { training_target: asked.training_target, ...values() });
      if (asked.training_target === job.training_target) {
        show(byId(`${name}-body`), told);
      }
      fill(byId(`${name}-state`), 'done');
    } catch (failure) {
      fill(byId(`${name}-state`));
      if (failure instanceof ApiProblem && failure.status !== 401) {
        tellProblem(own, failure, true);
      } else {
        tell(failure);
      }
    } finally {
      button.disabled = false;
    }
  });
}

function given(key, id) {
  const text = byId(id).value.trim();
  return text === '' ? {} : { [key]: text };
}

byId('job').addEventListener('change', () => choose(Number(byId('job').value)));
byId('usual').addEventListener('click', () => {
  form.show(job, prices);
  ask(false);
});
byId('next').addEventListener('toggle', suggest);
byId('request').addEventListener('change', () => ask(false));
byId('request').addEventListener('submit', (event) => {
  event.preventDefault();
  ask(true);
});
byId('token-form').addEventListener('submit', (event) => {
  event.preventDefault();
  useToken(byId('token').value.trim());
  start().catch(tell);
});
slow('check', '/v1/check', () => ({ ...given('since', 'since'), ...given('max_runtime', 'check-deadline') }), showCheck);
slow('report', '/v1/report', () => given('max_runtime', 'report-deadline'), showReport);
start().catch(tell);
