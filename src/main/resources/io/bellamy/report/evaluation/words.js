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

function describe() {
  const { variant, support, splits, fewest_points: fewest, most_points: most } = data.protocol;
  document.title = `Evaluation on ${data.target}`;
  document.getElementById('title').textContent = document.title;
  document.getElementById('lead').textContent =
    `How far predicted runtimes are off in contexts never seen before: ${count(names.length, 'method')} side by side, `
    + `${count(data.algorithms.length, 'algorithm')}, ${count(data.context_count, 'context')}, `
    + `${count(data.outcome_count, 'prediction')}. A context is a way to run an algorithm: a machine type, job arguments, `
    + 'data. Each in turn was held out and predicted from the others and from a few of its own runs.';
  fill('protocol', [
    `For each held-out context and each n from ${fewest} to ${most}, n of its runs at different scale-outs were drawn as `
      + `training points, and one run at another scale-out was predicted: up to ${count(splits, 'random split')} for `
      + 'interpolation and as many for extrapolation.',
    variants[variant] ?? variant,
    supports[support] ?? support,
    'Relative error: |predicted - actual| / actual. Means are over the splits of a context, then over contexts, so every '
      + 'context counts the same; medians and percentiles are of all single predictions.',
    `Configuration ${data.configuration}, seed ${data.seed}: the same again gives the same figures.`,
  ].map(text => element('li', text)));
  fill('methods', [table('', ['method', 'what it is', 'splits', 'time taken'], data.methods.map(method =>
    row(method.name, [element('td', method.description, 'text'), element('td', method.most_splits),
      element('td', seconds(method.seconds))])))]);
  fill('notes', (data.notes.length > 0 ? data.notes : ['None: everything asked for was done.'])
    .map(text => element('li', text)));
  document.getElementById('explain-scatter').textContent =
    `Circles are interpolation, crosses extrapolation. Of each method at most ${data.points_at_most} predictions are shown, `
    + 'spread evenly over all of its answers.';
}

function count(number, noun) {
  return number + ' ' + noun + (number === 1 ? '' : 's');
}
