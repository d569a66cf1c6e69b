// The check and the report of all jobs of a data set.

import { checkedRuns, isOutside } from './checked.js';
import { amount, cluster, counted, element, fill, list, percent, seconds, table } from './elements.js';

function runsOf(job) {
  return element(
    'details',
    {},
    element('summary', {}, `${job.name}: each run`),
    checkedRuns(job),
    table(
      `Runs of ${job.name} since ${job.from}`,
      [
        { title: 'day', kind: 'text short', of: (run) => run.day },
        { title: 'cluster', text: true, of: (run) => cluster(run, job.scale_out_counts) },
        { title: 'took [s]', of: (run) => seconds(run.runtime_seconds) },
        { title: 'expected [s]', of: (run) => seconds(run.predicted_seconds) },
        { title: 'in 90 % of runs', of: (run) => (run.lower_seconds === undefined ? '-' : `${seconds(run.lower_seconds)} .. ${seconds(run.upper_seconds)}`) },
      ],
      job.checked,
      (run) => (isOutside(run) ? 'outside' : null),
    ),
  );
}

/** What came of a check. */
export function showCheck(place, told) {
  const checked = told.jobs.filter((job) => job.checked !== undefined);
  const others = told.jobs.filter((job) => job.checked === undefined);
  fill(
    place,
    element(
      'p',
      { class: told.drifted ? 'alarm' : 'hint' },
      checked.length === 0
        ? `Nothing was checked since ${told.since}.`
        : `${counted(checked.length, 'job')} since ${told.since}, each beside what the runs before it let expect: ${told.drifted ? `${checked.filter((job) => job.state === 'drifted').length} drifted` : 'nothing has drifted'}.`,
    ),
    list('alarms', checked.flatMap((job) => job.findings.map((finding) => `${job.name}: ${finding}`))),
    list('notes', checked.flatMap((job) => job.notes.map((note) => `${job.name}: ${note}`))),
    checked.length === 0
      ? null
      : table(
          'Jobs',
          [
            { title: 'job', text: true, of: (job) => job.name },
            { title: 'drifted', text: true, of: (job) => (job.state === 'drifted' ? 'yes' : 'no') },
            { title: 'runs', of: (job) => String(job.runs) },
            { title: 'off by', of: (job) => percent(job.relative_error) },
            { title: 'in the interval', of: (job) => (job.inside === undefined ? '-' : `${job.inside.runs} of ${job.runs}`) },
            { title: 'usual cluster', text: true, of: (job) => cluster(job.usual, job.scale_out_counts) },
            { title: 'runtime [s]', of: (job) => seconds(job.usual.runtime_seconds) },
          ],
          checked,
          (job) => (job.state === 'drifted' ? 'outside' : null),
        ),
    checked.map(runsOf),
    list('notes', others.map((job) => `${job.name}: ${job.state === 'failed' ? 'failed' : 'not checked'}: ${job.reason}`)),
  );
}

function deadline(job) {
  if (job.deadline === undefined) {
    return null;
  }
  return job.deadline.met
    ? null
    : `${job.name}: no cluster meets its deadline of ${amount(job.deadline.seconds)} s; the fastest is named`;
}

/** What could be saved. */
export function showReport(place, told) {
  const unit = told.totals.length === 1 ? ` [${told.currency}]` : '';
  const currency = (job) => (told.totals.length === 1 ? '' : ` ${job.currency}`);
  const monthly = told.jobs.some((job) => job.saving_a_month !== undefined);
  fill(
    place,
    element(
      'p',
      { class: 'hint' },
      told.jobs.length === 0
        ? 'Nothing can be said of any job.'
        : monthly
          ? `${told.totals.map((total) => `${total.saving_a_month.toFixed(2)} ${total.currency}`).join(' and ')} a month can be saved, at the usual times of ${counted(told.jobs.length, 'job')}.`
          : `${told.jobs.filter((job) => job.saving_a_run > 0).length} of ${counted(told.jobs.length, 'job')} could cost less at the usual time. The data do not tell when runs were, so nobody knows how many a month has.`,
    ),
    list('alarms', told.jobs.map(deadline).filter((text) => text !== null)),
    told.jobs.length === 0
      ? null
      : table(
          'Jobs, what saves most first',
          [
            { title: 'job', text: true, of: (job) => job.name },
            { title: 'usual cluster', text: true, of: (job) => cluster(job.usual, job.scale_out_counts) },
            { title: 'cheapest', text: true, of: (job) => (job.kept ? 'the same' : cluster(job.cheapest, job.scale_out_counts)) },
            { title: 'usual time [s]', of: (job) => seconds(job.usual_seconds) },
            { title: 'then [s]', of: (job) => seconds(job.cheapest.predicted_seconds) },
            { title: 'in usual time', of: (job) => (job.chance_to_keep_time === undefined ? '-' : percent(job.chance_to_keep_time)) },
            { title: `saving a run${unit}`, of: (job) => amount(job.saving_a_run) + currency(job) },
            { title: 'runs a month', of: (job) => (job.runs_a_month === undefined ? '-' : String(job.runs_a_month)) },
            { title: `saving a month${unit}`, of: (job) => (job.saving_a_month === undefined ? '-' : job.saving_a_month.toFixed(2) + currency(job)) },
            { title: 'costs less', of: (job) => (job.chance_to_save === undefined ? '-' : percent(job.chance_to_save)) },
          ],
          told.jobs,
        ),
    list('notes', told.not_told.map((job) => `${job.name}: ${job.reason}`)),
  );
}
