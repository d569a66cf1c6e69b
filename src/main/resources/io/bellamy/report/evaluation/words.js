// The protocol in words.
const variants = {
  strict: 'The scale-out that was asked about was never among the training points (strict).',
  published: 'The scale-out that was asked about may also be among the training points, with another or the same '
    + 'repetition, as in the published evaluation: this is easier than predicting what was not measured.',
};
const supports = {
  full: 'Before, a method could learn from all other contexts of the algorithm (full support).',
  filtered: 'Before, a method could learn only from contexts that look quite different: another machine type, other data '
    + 'characteristics, a data size outside 0.8 to 1.2 times and, where there are several, other job arguments '
    + '(filtered support).',
  local: 'A method had nothing to learn from but the training points themselves (local support).',
};

const { name: protocol, property } = data.protocol;
const heldOut = protocol === 'hold-out' ? 'value' : 'context';

/** What was asked, by protocol: the beginning of the page, what n is, and how it was measured. */
const told = {
  contexts: () => ({
    lead: 'in contexts never seen before',
    what: 'A context is a way to run an algorithm: a machine type, job arguments, data. Each in turn was held out and '
      + 'predicted from the others and from a few of its own runs.',
    n: 'n is how many runs of the new context were known before predicting, each at another scale-out. Interpolation asks '
      + 'about a scale-out between the smallest and the largest of them, extrapolation about one outside; with n = 0 '
      + 'nothing is known, so every question is extrapolation.',
    steps: [
      `For each held-out context and each n from ${data.protocol.fewest_points} to ${data.protocol.most_points}, n of its `
        + 'runs at different scale-outs were drawn as training points, and one run at another scale-out was predicted: up '
        + `to ${count(data.protocol.splits, 'random split')} for interpolation and as many for extrapolation.`,
      variants[data.protocol.variant] ?? data.protocol.variant,
      supports[data.protocol.support] ?? data.protocol.support,
    ],
  }),
  'hold-out': () => ({
    lead: `where a value of ${property} was never seen before`,
    what: `All runs with one value of ${property} were held out together, value by value, and predicted from the runs with `
      + 'other values and from a few of those held out.',
    n: 'n is how many runs with the value were known before predicting. Interpolation asks about a scale-out within the '
      + 'range of theirs, extrapolation about one outside; with n = 0 every question is extrapolation.',
    steps: [
      `For each value and each n from ${data.protocol.fewest_points} to ${data.protocol.most_points}, n of its runs were `
        + `drawn as training points, and another of its runs was predicted: up to ${count(data.protocol.splits, 'random split')} `
        + 'for interpolation and as many for extrapolation.',
      'Before, a method could learn from all runs with other values.',
    ],
  }),
  'next-run': () => ({
    lead: 'for the next run',
    what: 'Each run was predicted from the runs of the days before it.',
    n: '',
    steps: [
      `Runs from the first third on were asked about, ${count(data.protocol.questions, 'run')} of each algorithm at most, `
        + 'spread over time. A run was predicted from all runs of the days before it; those of its own day were not known.',
      `Methods learned anew ${data.protocol.blocks} times at most: of what was known before a block of days. In between `
        + 'they took the new runs into account without learning anew.',
    ],
  }),
};

function describe() {
  const { lead, what, n, steps } = told[protocol]();
  document.title = `Evaluation on ${data.target}`;
  document.getElementById('title').textContent = document.title;
  document.getElementById('lead').textContent =
    `How far predicted runtimes are off ${lead}: ${count(names.length, 'method')} side by side, `
    + `${count(data.algorithms.length, 'algorithm')}, ${count(data.context_count, heldOut)}, `
    + `${count(data.outcome_count, 'prediction')}. ${what}`;
  document.getElementById('explain-curves').textContent = n;
  fill('protocol', [
    ...steps,
    'Relative error: |predicted - actual| / actual. '
      + (byPoints ? `Means are over the splits of a ${heldOut}, then over ${heldOut}s, so every ${heldOut} counts the same; `
        : 'Means are over all runs that were asked about; ') + 'medians and percentiles are of all single predictions.',
    'The score of an interval is its width in ln seconds and 20 times what a runtime lies outside it: lower is better.',
    `Configuration ${data.configuration}, seed ${data.seed}: the same again gives the same figures.`,
  ].map(text => element('li', text)));
  fill('methods', [table('', ['method', 'what it is', 'splits', 'time taken'], data.methods.map(method =>
    row(method.name, [element('td', method.description, 'text'), element('td', method.most_splits),
      element('td', seconds(method.seconds))])))]);
  fill('notes', (data.notes.length > 0 ? data.notes : ['None: everything asked for was done.'])
    .map(text => element('li', text)));
  document.getElementById('explain-scatter').textContent =
    `${byPoints ? 'Circles are interpolation, crosses extrapolation. ' : ''}Of each method at most ${data.points_at_most} predictions are shown, `
    + 'spread evenly over all of its answers.';
}

function count(number, noun) {
  return number + ' ' + noun + (number === 1 ? '' : 's');
}
