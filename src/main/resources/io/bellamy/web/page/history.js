// The runs of a job, and the versions of its model.

import { amount, counted, element, fill, percent, seconds, table } from './elements.js';
import { get } from './api.js';

const AT_A_TIME = 50;

function runsTable(runs, unit) {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run.properties)))];
  const dated = runs.some((run) => run.day !== undefined);
  return table(
    'Newest first',
    [
      ...(dated ? [{ title: 'day', kind: 'text short', of: (run) => run.day ?? '-' }] : []),
      { title: unit, of: (run) => String(run.scale_out) },
      { title: 'runtime [s]', of: (run) => (run.finished ? seconds(run.runtime_seconds) : `> ${seconds(run.runtime_seconds)}`) },
      ...names.map((name) => ({ title: name, text: true, of: (run) => run.properties[name] ?? '-' })),
    ],
    runs,
  );
}

/** Shows the newest runs of a job, and more when asked. */
export async function showRuns(place, job, signal) {
  const shown = [];
  const more = async () => {
    const told = await get(
      '/v1/runs',
      { training_target: job.training_target, algorithm: job.algorithm, limit: AT_A_TIME, skip: shown.length },
      signal,
    );
    shown.push(...told.runs);
    const button = element('button', { type: 'button', id: 'more-runs' }, 'Show more');
    button.addEventListener('click', () => {
      button.disabled = true;
      more().catch((failure) => place.append(element('p', { class: 'alarm', role: 'alert' }, failure.message)));
    });
    fill(
      place,
      element('p', { class: 'hint', role: 'status' }, `${shown.length} of ${counted(told.total, 'run')}`),
      runsTable(shown, job.scale_out_counts),
      shown.length < told.total ? button : null,
    );
  };
  await more();
}

function compared(version) {
  const comparison = version.comparison;
  return comparison === undefined
    ? '-'
    : `${percent(comparison.error)} beside ${percent(comparison.current_error)} of ${comparison.current}`;
}

function state(version) {
  if (version.problem !== undefined) {
    return `damaged: ${version.problem}`;
  }
  return version.published ? 'answers' : version.held_back ? 'held back: it was worse' : '';
}

/** Shows the versions of a job's model. */
export async function showModels(place, job, signal) {
  const told = await get('/v1/models', { training_target: job.training_target, algorithm: job.algorithm }, signal);
  fill(
    place,
    table(
      'Versions, the newest first',
      [
        { title: 'version', kind: 'text short', of: (one) => one.version },
        { title: '', text: true, of: state },
        { title: 'runs', of: (one) => String((one.training_rows ?? 0) + (one.validation_rows ?? 0)) },
        { title: 'mean error in validation [s]', of: (one) => (one.validation === undefined ? '-' : amount(one.validation.mae)) },
        { title: 'when published, error on held-out runs', text: true, of: compared },
      ],
      told.models,
      (one) => (one.published ? 'best' : null),
    ),
  );
}
