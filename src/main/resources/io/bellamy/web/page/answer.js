// Shows an answer: what to choose, the picture, each scale-out, and what it rests on.

import { amount, cluster, counted, element, facts, foldable, list, percent, seconds, table } from './elements.js';

const GOALS = { fastest: 'the fastest', cheapest: 'the cheapest', knee: 'the knee: more hardly pays' };

/** The answers of a document, one for each machine type. */
function answers(document) {
  return document.machine_types ?? [document];
}

/** What scale-outs count: machines, executors or cores. */
function counts(document) {
  return answers(document)[0].scale_out_counts;
}

function interval(point) {
  return point.interval === undefined ? '' : `${seconds(point.interval.lower_seconds)} .. ${seconds(point.interval.upper_seconds)}`;
}

function limit(objective) {
  if (objective.max_runtime_seconds !== undefined) {
    return `within ${amount(objective.max_runtime_seconds)} s`;
  }
  return objective.max_cost === undefined ? '' : `for ${amount(objective.max_cost)} ${objective.currency}`;
}

/** What is recommended, in a sentence. */
export function sentence(document) {
  const choice = document.recommendation;
  const objective = document.objective;
  const parts = [`${seconds(choice.runtime_seconds)} s`];
  if (choice.interval !== undefined) {
    parts[0] += ` (${interval(choice)} in ${percent(choice.interval.level)} of runs)`;
  }
  if (choice.cost !== undefined) {
    parts.push(`${amount(choice.cost)} ${objective.currency}`);
  }
  if (choice.probability !== undefined) {
    parts.push(`${limit(objective)} in ${percent(choice.probability)} of runs`);
  }
  return parts.join(', ');
}

/** Why it is recommended. */
function reason(document) {
  const objective = document.objective;
  const among = limit(objective);
  return `${GOALS[objective.goal]}${among === '' ? '' : ` ${among}`}${objective.confidence === undefined ? '' : ` in ${percent(objective.confidence)} of runs`}`;
}

function headline(document) {
  const choice = document.recommendation;
  return element(
    'div',
    { class: 'choice-box' },
    element('p', { class: 'choice-main', id: 'choice' }, cluster(choice, counts(document))),
    element('p', { id: 'choice-words' }, sentence(document)),
    choice.meets_limit
      ? element('p', { class: 'hint' }, reason(document))
      : element('p', { class: 'alarm' }, `Nothing is ${reason(document)}; this is the nearest.`),
  );
}

/** Each scale-out of each machine type. */
function candidates(document) {
  const chosen = document.recommendation;
  const rows = document.ranking ?? document.predictions;
  const unit = counts(document);
  const columns = [
    { title: unit, of: (row) => String(row.scale_out) },
    { title: 'runtime [s]', of: (row) => seconds(row.runtime_seconds) },
  ];
  const level = rows.find((row) => row.interval !== undefined)?.interval.level;
  if (document.ranking !== undefined) {
    columns.unshift({ title: 'machine type', text: true, of: (row) => cluster(row, 'machines').replace(/^\d+ × /, '') });
  }
  if (level !== undefined) {
    columns.push({ title: `in ${percent(level)} of runs`, of: interval });
  }
  if (rows.some((row) => row.cost !== undefined)) {
    columns.push({ title: `cost [${document.objective.currency}]`, of: (row) => (row.cost === undefined ? '-' : amount(row.cost)) });
  }
  if (rows.some((row) => row.probability !== undefined)) {
    columns.push({ title: limit(document.objective), of: (row) => (row.probability === undefined ? '-' : percent(row.probability)) });
  }
  const same = (row) =>
    row.scale_out === chosen.scale_out && (document.ranking === undefined || cluster(row, unit) === cluster(chosen, unit));
  columns.push({ title: '', of: (row) => (same(row) ? 'recommended' : '') });
  return table('Each scale-out', columns, rows, (row) => (same(row) ? 'best' : null));
}

function age(seconds) {
  const units = [['day', 86400], ['hour', 3600], ['minute', 60]];
  const [word, length] = units.find(([, unit]) => seconds >= unit) ?? ['second', 1];
  return `${counted(Math.floor(Math.max(0, seconds) / length), word)} old`;
}

function model(answer) {
  const told = [`${answer.model_version}, pretrained on ${counted(answer.model.training_runs, 'run')}`];
  if (answer.model.age_seconds !== undefined) {
    told.push(age(answer.model.age_seconds));
  }
  return told.join(', ');
}

function grounds(answer) {
  const rests = answer.rests_on;
  if (rests === undefined) {
    return `fine-tuned on ${counted(answer.fine_tuning.runs, 'run')} of this context`;
  }
  const newest = rests.newest_run === undefined ? '' : `, the newest of ${rests.newest_run}`;
  const level = rests.level_change;
  const moved =
    level === undefined ? '' : `; since ${level.since} it takes ${percent(level.ratio, 0)} of the time that it took on ${level.before}`;
  return `most on ${counted(rests.runs, 'run')}, ${percent(rests.likeness, 0)} alike${newest}${moved}`;
}

function basis(answer) {
  const pairs = [
    ['model', model(answer)],
    ['rests', grounds(answer)],
    ['data', answer.data_sha256],
    ...Object.entries(answer.context).filter(([, value]) => value !== ''),
  ];
  return [facts(pairs), list('notes', answer.filled_in.map((one) => `filled in: ${one.property} = ${one.value === '' ? '(blank)' : one.value}, from ${one.from}`))];
}

/** How the model sees what is recommended. */
function explanation(told, unit) {
  const parts = [];
  if (told.runs.length > 0) {
    const names = [...new Set(told.runs.flatMap((run) => Object.keys(run.properties)))];
    parts.push(
      table(
        'The runs that it rests on most',
        [
          { title: 'alike', of: (run) => percent(run.likeness, 0) },
          ...(told.runs.some((run) => run.day !== undefined) ? [{ title: 'day', of: (run) => run.day ?? '-' }] : []),
          { title: unit, of: (run) => String(run.scale_out) },
          { title: 'runtime [s]', of: (run) => (run.finished ? seconds(run.runtime_seconds) : `> ${seconds(run.runtime_seconds)}`) },
          ...names.map((name) => ({ title: name, text: true, of: (run) => run.properties[name] ?? '-' })),
        ],
        told.runs,
      ),
    );
  }
  parts.push(
    table(
      'What the model has seen of it',
      [
        { title: 'property', text: true, of: (one) => one.name },
        { title: 'value', text: true, of: (one) => one.value },
        { title: 'seen', text: true, of: (one) => (one.seen ? 'yes' : `no${one.nearest.length === 0 ? '' : `, nearest ${one.nearest.join(', ')}`}`) },
        { title: 'what the model makes of it', text: true, of: (one) => one.model_sees.join(', ') },
      ],
      told.properties,
    ),
  );
  if (told.time !== undefined) {
    const time = told.time;
    parts.push(
      facts([
        [`does not shrink with more ${unit}`, percent(time.does_not_shrink)],
        ['of it waiting for executors', percent(time.waiting_for_executors)],
        ['without tasks', percent(time.without_tasks)],
        ['the median task of each stage', percent(time.median_tasks)],
        ['skew', percent(time.skew)],
      ]),
    );
  }
  return parts;
}

/** An answer with its picture, which is an element. */
export function answerParts(document, picture) {
  const all = answers(document);
  const several = all.length > 1;
  const unit = counts(document);
  const name = (answer) => Object.entries(answer.context).map(([, value]) => value).filter(Boolean).join(', ');
  const warnings = [...new Set(all.flatMap((answer) => answer.warnings))];
  return [
    headline(document),
    list('warnings', warnings),
    picture,
    candidates(document),
    element('h3', {}, 'What it rests on'),
    ...(several ? all.map((answer) => foldable(name(answer), ...basis(answer).filter(Boolean))) : basis(all[0])),
    foldable(`How the model sees ${cluster(document.explanation, unit)}`, ...explanation(document.explanation, unit)),
  ];
}

/** The next run worth measuring. */
export function suggestionParts(told) {
  const next = told.measure_next;
  const unit = told.scale_out_counts;
  const share = (value) => `± ${percent(value)}`;
  return [
    element(
      'p',
      { id: 'next-run' },
      next.gain > 0
        ? `${cluster(next, unit)} (${counted(next.runs_known, 'run')} known there): takes about ${seconds(next.runtime_seconds)} s, and intervals go from ${share(told.interval_share)} to ${share(next.interval_share)}.`
        : `None is expected to narrow the intervals, which are ${share(told.interval_share)}.`,
    ),
    foldable(
      'Others',
      table(
        'Runs by how much they would narrow the intervals',
        [
          { title: 'run', text: true, of: (row) => cluster(row, unit) },
          { title: 'known', of: (row) => String(row.runs_known) },
          { title: 'takes [s]', of: (row) => seconds(row.runtime_seconds) },
          { title: 'intervals then', of: (row) => share(row.interval_share) },
        ],
        told.ranking.slice(0, 20),
      ),
    ),
  ];
}
